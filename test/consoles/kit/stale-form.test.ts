/** Forms of the consoles over something that somebody else has changed while they were open. */
import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../../helpers/house.ts';
import { useBrowser } from './door.ts';

type Fields = Record<string, string>;

describeHouse('콘솔 · a form over something that was changed meanwhile', (world) => {
  const browser = useBrowser(world);
  const open = async () => (await browser().get('/settings')).body.draft;
  const send = (fields: Fields) => browser().post('/settings').type('form').send(new URLSearchParams(fields).toString());
  const company = async (): Promise<string> => (await world.app(APPS.demo)).company;

  it('is not taken: it keeps what was typed and shows what is stored now', async () => {
    const { once, version, as } = await open();
    await world.change('apps', APPS.demo, { company: '남의 회사' });
    const { status, body } = await send({ once, version, as, company: '내 회사', era: '2021' });
    assert.equal(status, 409);
    assert.equal(await company(), '남의 회사');
    const [name, era] = body.form.fields;
    assert.equal(name.value, '내 회사');
    assert.deepEqual(name.storedNow, { word: '지금 저장된 값', text: '남의 회사' });
    assert.equal(name.describedBy, 'f-company-stored');
    assert.equal(era.storedNow, null);
    assert.deepEqual(body.form.problems.list, [{ label: '회사명', text: '지금 저장된 값은 “남의 회사”입니다.', href: '#f-company' }]);
  });

  it('is taken when it is sent again from there, for that is meant', async () => {
    const { once, version, as } = await open();
    await world.change('apps', APPS.demo, { company: '남의 회사' });
    const { body } = await send({ once, version, as, company: '내 회사', era: '2021' });
    const again = await send({ once: body.draft.once, version: body.draft.version, as, company: '내 회사', era: '2021' });
    assert.equal(again.status, 303);
    assert.equal(await company(), '내 회사');
  });

  it('is taken when what was changed is none of its fields', async () => {
    const { once, version, as } = await open();
    await world.change('apps', APPS.demo, { name: '다른 이름' });
    assert.equal((await send({ once, version, as, company: '내 회사', era: '2021' })).status, 303);
  });

  it('is won by one of two that come at once', async () => {
    const [mine, yours] = [await open(), await open()];
    const answers = await Promise.all(
      [mine, yours].map(({ once, version, as }, at) => send({ once, version, as, company: `회사 ${at}`, era: '2021' })),
    );
    assert.deepEqual(
      answers.map(({ status }) => status).sort((a, b) => a - b),
      [303, 409],
    );
  });

  it('is not stale for being sent twice', async () => {
    const { once, version, as } = await open();
    const fields = { once, version, as, company: '내 회사', era: '2021' };
    assert.equal((await send(fields)).status, 303);
    assert.equal((await send(fields)).status, 303);
  });

  it('is not taken for another person than it was drawn for', async () => {
    const { once, version } = await open();
    const before = await company();
    const { status, body } = await send({ once, version, as: '02-new', company: '내 회사', era: '2021' });
    assert.equal(status, 409);
    assert.match(body.form.problems.title, /다른 사람으로 로그인해 저장하지 않았습니다/);
    assert.equal(body.draft.as, '01-han');
    assert.equal(await company(), before);
  });
});
