/** 예시 화면 확인 · the question, were the draft approved; and who may see it and its evidence. */
import assert from 'node:assert/strict';
import type { Question } from '../../src/consent/index.ts';
import { type DraftContent, EMPTY_DRAFT } from '../../src/sync/index.ts';
import { describeRooms, refused, STRANGER, upload } from '../helpers/rooms.ts';
import { APP, approved, COLLEAGUE, filled, filledTerm, OWNER, PROFILES } from './street.ts';

describeRooms('예시 화면 · of a draft', (rooms) => {
  const save = async (content: DraftContent) => {
    const { sync } = rooms.house;
    if ((await sync.connections(APP)).length === 0) await sync.connect(OWNER, APP, [PROFILES[0]]);
    await sync.saveDraft(OWNER, APP, (await sync.draft(OWNER, APP)).version, content);
  };
  const question = async (by = OWNER): Promise<Question> => {
    const account = (await rooms.house.accounts.byId(by))!;
    return (await rooms.house.consent.preview(APP, account)).question;
  };
  const rows = ({ requiredItems, optionalItems, terms, ageCheck }: Question) => ({
    required: requiredItems.map(({ id }) => id),
    optional: optionalItems.map(({ id }) => id),
    terms: terms.map(({ tag }) => tag),
    ageCheck,
  });
  const NOTHING = { required: [], optional: [], terms: [], ageCheck: false };

  it('has its items and terms in their order, and the age row', async () => {
    await save(await filled(rooms));
    assert.deepEqual(rows(await question()), {
      required: ['phone_number'],
      optional: ['birthyear'],
      terms: ['service_20261123', 'marketing_20261123'],
      ageCheck: true,
    });
  });

  it('has nothing of a review that was not chosen', async () => {
    await save(await filled(rooms, { kinds: ['items'] }));
    assert.deepEqual(rows(await question()), { ...NOTHING, required: ['phone_number'], optional: ['birthyear'] });
    await save(await filled(rooms, { kinds: ['terms'] }));
    assert.deepEqual(rows(await question()), { ...NOTHING, terms: ['service_20261123', 'marketing_20261123'], ageCheck: true });
  });

  it('begins with what is approved and configured already', async () => {
    await approved(rooms, await filled(rooms));
    await rooms.house.sync.configureItem(OWNER, APP, { id: 'birthyear', state: 'optional', purpose: '추천' });
    await save(
      await filled(rooms, { terms: [await filledTerm(rooms, 'next_1')], items: [{ id: 'gender', required: true }], ageCheck: false }),
    );
    assert.deepEqual(rows(await question()), {
      required: ['gender'],
      optional: ['birthyear'],
      terms: ['service_20261123', 'marketing_20261123', 'next_1'],
      ageCheck: true,
    });
  });

  it('is drawn of whatever is filled in so far, and of nothing', async () => {
    assert.deepEqual(rows(await question()), NOTHING);
    const blank = { tag: '', title: { ko: '', en: '' }, url: '', required: true, evidence: null };
    await save({ ...EMPTY_DRAFT, kinds: ['terms', 'items'], terms: [blank, blank], items: [{ id: 'shoe_size', required: true }] });
    assert.deepEqual(rows(await question()), { ...NOTHING, terms: ['', ''] });
  });

  it('is for members of the app', async () => {
    await rooms.house.apps.setMember(OWNER, APP, COLLEAGUE, 'member');
    assert.deepEqual(rows(await question(COLLEAGUE)), NOTHING);
    await refused('app_role_missing', question(STRANGER), { has: null });
  });

  it('changes nothing', async () => {
    await save(await filled(rooms));
    await question();
    assert.equal(await rooms.house.sync.approvedSignup(APP), null);
    assert.deepEqual(await rooms.house.store.find('terms', 'app', APP), []);
  });
});

describeRooms('증빙 · of an application', (rooms) => {
  const see = (by: string, id: string) => rooms.house.sync.evidence(by, APP, id);

  it('is for members of the app; what is uploaded and not saved yet, for its uploader', async () => {
    await rooms.house.apps.setMember(OWNER, APP, COLLEAGUE, 'member');
    const { evidence } = await filled(rooms);
    assert.equal((await see(OWNER, evidence!)).id, evidence);
    await refused('unknown_document', see(COLLEAGUE, evidence!));
    await rooms.house.sync.connect(OWNER, APP, [PROFILES[0]]);
    await rooms.house.sync.saveDraft(OWNER, APP, 0, { ...EMPTY_DRAFT, evidence });
    assert.equal((await see(COLLEAGUE, evidence!)).id, evidence);
    await refused('app_role_missing', see(STRANGER, evidence!), { has: null });
  });

  it('is not what belongs to something else', async () => {
    await refused('unknown_document', see(OWNER, 'nothing'));
    await refused('unknown_document', see(OWNER, await upload(rooms, STRANGER)));
  });
});
