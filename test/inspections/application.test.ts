/** What a reviewer is shown of an application before a decision: claims, papers and checks, in the rooms. */
import assert from 'node:assert/strict';
import { DAY } from '../../src/clock.ts';
import { DESK } from '../../src/sync/index.ts';
import { pdf } from '../documents/files.ts';
import { answers, openReceiver } from '../helpers/receiver.ts';
import { describeRooms, OWNER, refused, upload } from '../helpers/rooms.ts';
import { APP, applied, approved, filled, filledTerm } from '../sync/street.ts';
import { lines } from './lines.ts';

describeRooms('inspections · of an application', (rooms) => {
  const submitted = async (over = {}) => (await applied(rooms, await filled(rooms, over)))[0]!.id;

  it('find nothing wrong with one that is filled in well, and say what they could not check', async () => {
    assert.deepEqual(await lines(rooms, await submitted({ kinds: ['terms'] })), [
      'company ok same',
      'tag service_20261123 ok unique',
      'titles service_20261123 ok both',
      'tag marketing_20261123 ok unique',
      'titles marketing_20261123 ok both',
      'url https://example.com/service_20261123 unknown notAsked',
      'url https://example.com/marketing_20261123 unknown notAsked',
      'evidence service_20261123 ok good',
      'evidence marketing_20261123 ok good',
    ]);
  });

  it('of items: the address of the privacy policy and its one paper', async () => {
    const id = await submitted({ kinds: ['items'], evidence: await upload(rooms, OWNER, pdf) });
    assert.deepEqual(await lines(rooms, id), [
      'company ok same',
      'url https://example.com/privacy unknown notAsked',
      'evidence items ok good',
    ]);
  });

  it('find a company that is not the registered one; blanks make no difference', async () => {
    const id = await submitted();
    await rooms.change('apps', APP, { company: ' 주식회사카카오' });
    assert.equal((await lines(rooms, id))[0], 'company ok same');
    await rooms.change('apps', APP, { company: '카카오게임즈' });
    assert.equal((await lines(rooms, id))[0], 'company notOk different');
    await rooms.change('apps', APP, { businessNumber: null });
    assert.equal((await lines(rooms, id))[0], 'company unknown noBusiness');
  });

  it('find an English title that is Korean', async () => {
    const term = await filledTerm(rooms, 'a', { title: { ko: '약관', en: '약관 (terms)' } });
    const id = await submitted({ kinds: ['terms'], terms: [term] });
    assert.ok((await lines(rooms, id)).includes('titles a notOk koreanInEnglish'));
  });

  it('know a new version of a term from a tag that is taken', async () => {
    await approved(rooms, await filled(rooms, { kinds: ['terms'] }));
    const { id } = await rooms.house.sync.changeTerm(DESK, APP, 'service_20261123', { required: false });
    assert.ok((await lines(rooms, id)).includes('tag service_20261123 ok version'));
    assert.ok((await lines(rooms, id)).includes('evidence service_20261123 unknown none'));
    const [first] = await rooms.house.reviews.of('terms', APP);
    assert.ok((await lines(rooms, first!.id)).includes('tag service_20261123 ok unique'), 'the first one had it first');
    await rooms.change('terms', `${APP}:service_20261123 ${id}`, { id: `${APP}:other` });
    await rooms.house.store.write(async (tx) => tx.remove('terms', `${APP}:service_20261123 ${id}`));
    assert.ok((await lines(rooms, id)).includes('tag service_20261123 notOk taken'));
  });

  it('find papers that are gone, of another kind or too large', async () => {
    const id = await submitted({ kinds: ['items'] });
    const [paper] = (await rooms.house.inspections.of(id)).papers;
    const evidence = async () => (await lines(rooms, id)).at(-1);
    await rooms.change('documents', paper!.id!, { size: 11 * 1024 * 1024 });
    assert.equal(await evidence(), 'evidence items notOk tooLarge');
    await rooms.change('documents', paper!.id!, { type: 'image/gif' as 'image/png' });
    assert.equal(await evidence(), 'evidence items notOk wrongKind');
    await rooms.house.store.write(async (tx) => tx.remove('documents', paper!.id!));
    assert.equal(await evidence(), 'evidence items unknown gone');
  });

  it('ask every address once when they are told to, and keep the answers', async () => {
    const page = await openReceiver();
    page.answer(answers.status(200), answers.status(404));
    const terms = [
      await filledTerm(rooms, 'a', { url: page.url }),
      await filledTerm(rooms, 'b', { url: page.url }),
      await filledTerm(rooms, 'c', { url: 'http://10.0.0.1/terms' }),
      await filledTerm(rooms, 'd', { url: 'http://127.0.0.1:1/' }),
    ];
    const id = await submitted({ kinds: ['terms'], terms });
    const { checkedAt, results } = await rooms.house.inspections.checkUrls(id);
    assert.deepEqual(
      results.map(({ verdict }) => verdict),
      ['answered', 'out_of_reach', 'connection_refused'],
    );
    assert.ok(Math.abs(checkedAt - rooms.clock.now()) < DAY);
    const urls = async () => (await lines(rooms, id)).filter((line) => line.startsWith('url'));
    assert.deepEqual(await urls(), [
      `url ${page.url} ok answered`,
      'url http://10.0.0.1/terms unknown out_of_reach',
      'url http://127.0.0.1:1/ notOk connection_refused',
    ]);
    await rooms.house.inspections.checkUrls(id);
    assert.equal((await urls())[0], `url ${page.url} notOk status`);
    await page.close();
  });

  it('are of no review that does not exist', async () => {
    await refused('unknown_review', rooms.house.inspections.of('nothing'));
    await refused('unknown_review', rooms.house.inspections.checkUrls('nothing'));
  });

  it('show the papers of this review and no others', async () => {
    const id = await submitted({ kinds: ['items'] });
    const [{ id: own }] = (await rooms.house.inspections.of(id)).papers as unknown as [{ id: string }];
    assert.equal((await rooms.house.inspections.paper(id, own))?.document?.name, '증빙');
    assert.equal(await rooms.house.inspections.paper(id, await upload(rooms, OWNER)), undefined);
  });
});
