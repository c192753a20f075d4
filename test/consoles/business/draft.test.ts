/** 카카오 for 비즈니스 · a draft over HTTP: nothing that was acknowledged is lost, and nothing is applied twice. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { chunks, png } from '../../documents/files.ts';
import { applicant, APPLICATION, beginDetails, DETAILS, FILES, ITEMS, TERM } from '../../guide/applicant.ts';
import { type Clerk, clerk } from '../../helpers/clerk.ts';
import { APPS, describeHouse } from '../../helpers/house.ts';
import { COLLEAGUE, OWNER } from '../../helpers/rooms.ts';
import { FORM_COOKIE, withToken } from '../../helpers/form-token.ts';

describeHouse('카카오 for 비즈니스 · a draft', (world) => {
  let owner: Clerk;
  let colleague: Clerk;
  beforeEach(async () => {
    owner = await applicant(world);
    colleague = await clerk(world, COLLEAGUE); // editor
  });
  const content = async () => (await world.house.sync.draft(OWNER, APPS.biz)).content;
  const reviews = async () => (await world.house.sync.applications(APPS.biz)).length;

  it('is kept at every step, and says who saved it last', async () => {
    const page = await owner.send(await beginDetails(owner, 'terms'), { do: 'save', ...TERM });
    assert.match(page.read('done')!, /저장했습니다/);
    assert.match(page.read('edited')!, /마지막 저장: 비즈니스 담당자/);
    const theirs = await colleague.open(DETAILS);
    assert.match(theirs.html, /value="서비스 이용약관"/);
  });

  it('keeps what was written for a review that is not chosen any more', async () => {
    await owner.send(await beginDetails(owner, 'terms', 'items'), { do: 'save', ...TERM, ...ITEMS });
    await owner.send(await beginDetails(owner, 'items'), { do: 'save', reason: '새 이유' });
    const { terms, reason } = await content();
    assert.deepEqual([terms[0]?.tag, reason], ['service_20190311', '새 이유']);
  });

  it('keeps files between tries, and shows them to members of the app', async () => {
    const wrong = await owner.send(await beginDetails(owner, 'items'), { do: 'save', reason: 'x'.repeat(20_000) }, FILES_OF_ITEMS);
    assert.equal(wrong.status, 422);
    assert.match(wrong.read('kept-evidence')!, /가입화면\.pdf/);
    const saved = await owner.send(wrong, { do: 'save', reason: '짧게' });
    assert.match(saved.read('kept-evidence')!, /가입화면\.pdf/);
    assert.ok((await content()).evidence);
  });

  it('sent twice is saved once, and submitted twice applies once', async () => {
    const page = await beginDetails(owner, 'terms');
    const filled = { do: 'submit', ...TERM };
    const file = { 'terms.0.evidence': { bytes: png } };
    const answers = await Promise.all([owner.post(page, filled, file), owner.post(page, filled, file)]);
    assert.deepEqual(
      answers.map(({ headers }) => headers.location),
      Array(2).fill(`${APPLICATION}/done?done=submitted`),
    );
    assert.equal(await reviews(), 1);
  });

  it('of two editors at once is one editor’s; the other sees what is stored, keeps what was typed, and may mean it', async () => {
    const [mine, theirs] = [await beginDetails(owner, 'items'), await colleague.open(DETAILS)];
    await owner.send(mine, { do: 'save', reason: '내 이유' });
    const late = await colleague.send(theirs, { do: 'save', reason: '동료의 이유' });
    assert.equal(late.status, 409);
    assert.match(late.read('form-problems')!, /다른 곳에서 내용이 바뀌어 저장하지 않았습니다/);
    assert.match(late.read('stored-reason')!, /지금 저장된 값: 내 이유/);
    assert.match(late.read('field-reason')!, /동료의 이유/);
    assert.equal((await content()).reason, '내 이유');
    await colleague.send(late, { do: 'save' });
    assert.equal((await content()).reason, '동료의 이유');
  });

  it('is handed in as it was seen: not when somebody has changed it meanwhile', async () => {
    const ready = await owner.send(await beginDetails(owner, 'items'), { do: 'save', ...ITEMS }, FILES_OF_ITEMS);
    await colleague.send(await colleague.open(DETAILS), { do: 'save', reason: '바뀐 이유' });
    assert.equal((await owner.post(ready, { do: 'submit' })).status, 409);
    assert.equal(await reviews(), 0);
  });

  it('that somebody else has handed in meanwhile is not handed in again', async () => {
    const ready = await owner.send(await beginDetails(owner, 'items'), { do: 'save', ...ITEMS }, FILES_OF_ITEMS);
    await colleague.send(await colleague.open(DETAILS), { do: 'submit' });
    const late = await owner.send(ready, { do: 'submit' });
    assert.equal(late.status, 409);
    assert.match(late.html, /결과 보기/);
    assert.equal(await reviews(), 1);
  });

  it('of a person who has lost the session is as it was saved last; nothing is applied', async () => {
    const page = await owner.send(await beginDetails(owner, 'items'), { do: 'save', reason: '저장한 이유' });
    const form = page.fields.map(([name, value]): [string, string] => [name, name === 'reason' ? '저장하지 못한 이유' : value]);
    const request = supertest(world.url).post(withToken(world, DETAILS)).set({ Origin: world.url, Cookie: FORM_COOKIE });
    for (const [name, value] of form) void request.field(name, value);
    const answer = await request;
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.location, `/account/login?${new URLSearchParams({ continue: DETAILS })}`);
    assert.equal((await content()).reason, '저장한 이유');
  });

  it('is not saved for another person than its page was drawn for', async () => {
    const page = await beginDetails(owner, 'items');
    const answer = await colleague.send(page, { do: 'save', reason: '남의 화면' });
    assert.equal(answer.status, 409);
    assert.match(answer.read('form-problems')!, /다른 사람으로 로그인해/);
    assert.equal((await content()).reason, '');
  });

  it('takes no file that is somebody else’s', async () => {
    const { id } = await world.house.documents.keep({ by: COLLEAGUE, name: 'a.png', allowed: ['image/png'] }, chunks(png));
    const answer = await owner.send(await beginDetails(owner, 'items'), { do: 'save', evidenceKept: id });
    assert.equal(answer.status, 422);
    assert.match(answer.read('form-problems')!, /첨부한 파일을 찾을 수 없습니다/);
  });

  it('takes no form of another site', async () => {
    const answer = await supertest(world.url)
      .post(DETAILS)
      .set('Origin', 'https://evil.example')
      .set('Cookie', `kakao_sync_console=${await world.house.accounts.openSession(OWNER)}`)
      .field('do', 'submit');
    assert.equal(answer.status, 403);
  });
});

const FILES_OF_ITEMS = { evidence: FILES['evidence']! };
