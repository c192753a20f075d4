/** 신청 2단계 · an application that is being written, by one or by two. */
import assert from 'node:assert/strict';
import { EMPTY_DRAFT } from '../../src/sync/index.ts';
import { jpeg, pdf } from '../documents/files.ts';
import { describeRooms, refused, STRANGER, upload } from '../helpers/rooms.ts';
import { APP, COLLEAGUE, filled, filledTerm, OWNER, PROFILES } from './street.ts';

describeRooms('2단계 · a draft', (rooms) => {
  const save = (version: number, over: object, by = OWNER) => rooms.house.sync.saveDraft(by, APP, version, { ...EMPTY_DRAFT, ...over });
  const draft = () => rooms.house.sync.draft(OWNER, APP);
  const evidence = async () => (await rooms.house.documents.of(`sync:${APP}`)).map(({ id }) => id);
  beforeEach(() => rooms.house.sync.connect(OWNER, APP, [PROFILES[0]]));

  it('is empty until somebody writes it, and keeps what is unfinished', async () => {
    assert.deepEqual(await draft(), { version: 0, content: EMPTY_DRAFT, editedBy: null, editedAt: null });
    const half = { kinds: ['items'] as const, reason: '아직', terms: [await filledTerm(rooms, '', { url: '', evidence: null })] };
    const saved = await save(0, half);
    assert.deepEqual(await draft(), saved);
    assert.deepEqual([saved.version, saved.editedBy, saved.content.reason], [1, OWNER, '아직']);
  });

  it('is not overwritten by somebody who has not seen it', async () => {
    await save(0, { reason: '처음' });
    const seen = await draft();
    await save(seen.version, { reason: '먼저 저장' }, COLLEAGUE);
    await refused('stale_draft', save(seen.version, { reason: '나중에 저장' }), { version: 2, editedBy: COLLEAGUE });
    assert.equal((await draft()).content.reason, '먼저 저장');
    await save(2, { reason: '보고 나서 저장' });
    assert.equal((await draft()).content.reason, '보고 나서 저장');
  });

  it('is won by one of two who save at once, and the other hears of it', async () => {
    const [first, second] = await Promise.allSettled([save(0, { reason: '하나' }), save(0, { reason: '둘' }, COLLEAGUE)]);
    assert.deepEqual([first.status, second.status], ['fulfilled', 'rejected']);
    assert.equal((await draft()).content.reason, '하나');
  });

  it('is stale after it was submitted, too', async () => {
    const { version } = await rooms.house.sync.saveDraft(OWNER, APP, 0, await filled(rooms));
    await rooms.house.sync.submit(COLLEAGUE, APP, version);
    await refused('stale_draft', save(0, {}));
    await refused('stale_draft', save(version, {}));
    await refused('stale_draft', rooms.house.sync.submit(OWNER, APP, version));
    assert.deepEqual((await draft()).content, EMPTY_DRAFT);
  });

  it('keeps what was filled in for a kind that was not submitted', async () => {
    const content = await filled(rooms, { kinds: ['items'] });
    const { version } = await rooms.house.sync.saveDraft(OWNER, APP, 0, content);
    assert.deepEqual(
      (await rooms.house.sync.submit(OWNER, APP, version)).map(({ kind }) => kind),
      ['items'],
    );
    assert.deepEqual((await draft()).content, { ...EMPTY_DRAFT, terms: content.terms, ageCheck: true });
  });

  it('is for editors of the app', async () => {
    await refused('app_role_missing', rooms.house.sync.draft(STRANGER, APP), { needed: 'editor' });
    await refused('app_role_missing', save(0, {}, STRANGER), { needed: 'editor' });
    await refused('app_role_missing', rooms.house.sync.submit(STRANGER, APP, 0), { needed: 'editor' });
  });

  it('takes the evidence of its editors, and drops what it no longer names', async () => {
    const [one, two] = [await upload(rooms, OWNER, jpeg), await upload(rooms, COLLEAGUE, pdf)];
    await save(0, { evidence: one });
    await save(1, { evidence: one, terms: [await filledTerm(rooms, 'a', { evidence: two })] }, COLLEAGUE);
    assert.deepEqual((await evidence()).sort(), [one, two].sort());
    await save(2, { evidence: two });
    assert.deepEqual(await evidence(), [two]);
    assert.equal(await rooms.house.documents.read(one), undefined);
  });

  it('takes no evidence that somebody else uploaded, and then is not saved', async () => {
    await refused('unknown_document', save(0, { reason: 'x', evidence: await upload(rooms, STRANGER) }));
    assert.equal((await draft()).version, 0);
  });

  it('never drops evidence of an application', async () => {
    const { version, content } = await rooms.house.sync.saveDraft(OWNER, APP, 0, await filled(rooms));
    await rooms.house.sync.submit(OWNER, APP, version);
    await save(version + 1, { reason: '다음' });
    assert.deepEqual((await evidence()).sort(), [...content.terms.map((term) => term.evidence!), content.evidence!].sort());
  });
});

describeRooms('2단계 · before 1단계', (rooms) => {
  it('is refused: no profile is connected', async () => {
    await refused('not_connected', rooms.house.sync.saveDraft(OWNER, APP, 0, EMPTY_DRAFT));
    await refused('not_connected', rooms.house.sync.submit(OWNER, APP, 0));
  });
});
