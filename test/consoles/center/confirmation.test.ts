/** 인증 하기, STEP 02, and what becomes of an application. */
import assert from 'node:assert/strict';
import { describeHouse } from '../../helpers/house.ts';
import { OWNER, PARTNER } from '../../helpers/rooms.ts';
import { partOf, signedIn, wordsOf } from './browser.ts';
import {
  CERTIFICATION,
  certify,
  dateField,
  daysAgo,
  next,
  pendingReview,
  search,
  STEP_01,
  STEP_02,
  STORED,
  TYPED_BUSINESS,
  UNKNOWN,
} from './certifying.ts';

describeHouse('관리자센터 · 인증 하기, STEP 02', (world) => {
  const applications = async () => (await world.house.channels.certificationHistory('_xtDly')).length;

  it('shows everything again, with a way back to STEP 01', async () => {
    const page = await next(world, await signedIn(world, OWNER), { typed: { type: 'public', ...UNKNOWN, ...TYPED_BUSINESS } });
    assert.equal(page.path, STEP_02);
    const shown = wordsOf(page);
    for (const value of ['공공기관 · 유명인', '999-81-05058', ...Object.values(TYPED_BUSINESS)]) assert.ok(shown.includes(value), value);
    assert.match(shown, new RegExp(`사업자등록증 \\(서류\\.png, 발급일 ${daysAgo(world)}\\)`));
    assert.match(page.html, new RegExp(`href="${STEP_01}"[^>]*data-testid="back"`));
    assert.equal(await applications(), 0);
  });

  it('requests the review once, however often it is sent', async () => {
    const browser = await signedIn(world, OWNER);
    const form = await next(world, browser);
    const answers = await Promise.all([browser.post(form), browser.post(form)]);
    assert.deepEqual(
      answers.map(({ status, headers }) => [status, headers['location']]),
      Array.from({ length: 2 }, () => [303, `${CERTIFICATION}/history?done=certificationSubmitted`]),
    );
    assert.equal(await applications(), 1);
  });

  it('says that a review is under way to a second form', async () => {
    const browser = await signedIn(world, OWNER);
    const [form, other] = [await next(world, browser), await browser.open(STEP_02)];
    await browser.send(form);
    const late = await browser.send(other);
    assert.equal(late.status, 409);
    assert.match(partOf(late, 'empty'), /심사하고 있습니다/);
    assert.equal(await applications(), 1);
  });

  it('requests nothing that was changed since it was shown', async () => {
    await world.house.channels.setManager(OWNER, '_xtDly', PARTNER, 'manager');
    const [mine, theirs] = [await signedIn(world, OWNER), await signedIn(world, PARTNER)];
    const form = await next(world, mine);
    await search(theirs, { typed: { type: 'public' } });
    const stale = await mine.send(form);
    assert.equal(stale.status, 409);
    assert.match(partOf(stale, 'form-problems'), /내용이 바뀌어 요청하지 않았습니다/);
    assert.match(wordsOf(stale), /인증 유형 공공기관 · 유명인/);
    assert.equal(await applications(), 0);
    await mine.send(stale);
    assert.equal(await applications(), 1);
  });

  it('requests nothing of what has become too old, and sends back', async () => {
    const browser = await signedIn(world, OWNER);
    const form = await next(world, browser, { typed: { [dateField('registration')]: daysAgo(world, 85) } });
    world.clock.advance(10 * 24 * 60 * 60 * 1000);
    await browser.signIn(OWNER);
    const page = await browser.send(form);
    assert.equal(page.status, 422);
    assert.match(partOf(page, 'form-problems'), /이전 단계로 돌아가/);
    assert.equal((await browser.open(STEP_02)).path, STEP_01);
    assert.equal(await applications(), 0);
  });

  it('comes back for who was signed out, with nothing lost and nothing requested', async () => {
    const browser = await signedIn(world, OWNER);
    const form = await next(world, browser);
    await browser.signIn(null);
    assert.equal((await browser.post(form)).headers['location'], `/account/login?${new URLSearchParams({ continue: STEP_02 })}`);
    assert.equal(await applications(), 0);
    await browser.signIn(OWNER);
    await browser.send(await browser.open(STEP_02));
    assert.equal(await applications(), 1);
  });

  it('draws nothing from the address of a profile that has nothing to confirm', async () => {
    assert.equal((await (await signedIn(world, OWNER)).open(STEP_02)).path, STEP_01);
  });
});

describeHouse('관리자센터 · evidence', (world) => {
  /** The path of the first paper in the history. */
  const paper = async () => {
    await certify(world, await signedIn(world, OWNER), { typed: STORED });
    const { html } = await (await signedIn(world, OWNER)).open(`${CERTIFICATION}/history`);
    return /href="([^"]+\/papers\/[^"]+)"/.exec(html)![1]!;
  };

  it('is shown to managers as the picture that it is, and runs nothing', async () => {
    const path = await paper();
    const { status, headers } = await (await signedIn(world, OWNER)).get(path);
    assert.deepEqual(
      [status, headers['content-type'], headers['x-content-type-options'], headers['cache-control']],
      [200, 'image/png', 'nosniff', 'no-store'],
    );
    assert.match(headers['content-security-policy'] ?? '', /^default-src 'none'; frame-ancestors 'none'; sandbox$/);
    assert.match(headers['content-disposition'] ?? '', /^inline; filename/);
  });

  it('is shown to nobody else', async () => {
    const path = await paper();
    await world.house.channels.setManager(OWNER, '_xtDly', '92-member', 'member');
    const member = await signedIn(world, '92-member');
    assert.equal((await member.get(path)).status, 403);
    assert.match(wordsOf(await member.open(`${CERTIFICATION}/history`)), /첨부 서류는 매니저 이상만 볼 수 있습니다/);
    assert.equal((await (await signedIn(world, PARTNER)).get(path)).status, 404);
    const out = await signedIn(world, OWNER);
    await out.signIn(null);
    assert.equal((await out.get(path)).status, 303);
  });

  it('is found under its own profile only', async () => {
    const path = await paper();
    assert.equal((await (await signedIn(world, OWNER)).get(path.replace('_xtDly', '_xaGdm'))).status, 404);
    assert.equal(await pendingReview(world).then((id) => typeof id), 'string');
  });
});
