/** Where each row of an inspected screen comes from, and when it comes again. */
import assert from 'node:assert/strict';
import { DAY } from '../../src/clock.ts';
import { DESK, EMPTY_DRAFT } from '../../src/sync/index.ts';
import { momentOf } from '../../src/web/moment.ts';
import { stateOf } from '../gallery/helpers.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { goThrough } from '../helpers/login.ts';
import { boxesOf } from '../helpers/visitor.ts';
import { loggedIn, placeOf, shown } from '../oauth/helpers.ts';
import { inspected } from './helpers.ts';

describeHouse('inspect mode · where a row comes from', (world) => {
  const laidOpen = (state: string, query: Record<string, string> = {}, app: string = APPS.demo) =>
    stateOf(world, app, state, { ...query, inspect: 'on' });
  const origin = (page: { html: string }, row: string) => shown(page, `origin-of-${row}`)!;

  it('a term: who handed it in, when it was approved in house time, and its review', async () => {
    const page = await laidOpen('first-link');
    assert.match(
      origin(page, 'service_20260105'),
      /간편가입 시 약관 검수 · 파트너 개발자 님이 2026-01-05 09:30:00 신청, 2026-01-05 10:30:00 승인/,
    );
    assert.match(page.html, new RegExp(`href="/_sim/reviews/0-terms%3A${APPS.demo}"[^>]*data-testid="origin-link-service_20260105"`));
    assert.match(page.html, /<code class="mono">service_20260105<\/code> 서비스 약관 · 필수 · 화면 9번째 · 등록 순서 1</);
  });

  it('a term that the desk changed: the review of its last version, and in a past approval the one before', async () => {
    world.clock.advance(DAY);
    const at = momentOf(world.clock.now()).text.slice(0, 10);
    const changed = await world.house.sync.changeTerm(DESK, APPS.demo, 'service_20260105', { title: { ko: '새 약관', en: 'New' } }, '문의');
    await world.house.reviews.approve(changed.id);
    assert.match(origin(await laidOpen('first-link'), 'service_20260105'), new RegExp(`고객센터.* 님이 ${at}`));
    assert.match(origin(await laidOpen('first-link'), 'privacy_20260105'), /2026-01-05/);
    const past = await laidOpen('first-link', { from: `0-terms:${APPS.demo}` });
    assert.match(origin(past, 'service_20260105'), /파트너 개발자 님이 2026-01-05/);
  });

  it('an item that needs a review, one that needs none, the age check and the channel', async () => {
    const page = await laidOpen('first-link');
    assert.match(origin(page, 'phone_number'), /개인정보제공 항목 검수 · 파트너 개발자 님이 2026-01-05 09:40:00 신청/);
    assert.match(origin(page, 'profile_nickname'), /검수 없이 쓰는 항목/);
    assert.match(origin(page, 'user_age_check'), /간편가입 시 약관 검수/);
    assert.match(origin(page, '_xqDemo'), /앱에 연결한 채널 · 앱의 대표 채널로 설정됨/);
  });

  it('a review that was due: approved as its days had passed', async () => {
    const review = (await world.house.reviews.byId(`0-terms:${APPS.demo}`))!;
    await world.change('reviews', review.id, { dueAt: review.decision!.decidedAt });
    assert.match(origin(await laidOpen('first-link'), 'service_20260105'), /처리 기한이 지나 승인/);
  });

  it('a draft: who saved it last and when', async () => {
    const { sync } = world.house;
    await sync.connect('91-owner', APPS.biz, ['_xaGdm']);
    const term = { tag: 'service', title: { ko: '이용약관', en: '' }, url: '', required: true, evidence: null };
    const items = [{ id: 'gender', required: true }];
    await sync.saveDraft('91-owner', APPS.biz, 0, { ...EMPTY_DRAFT, kinds: ['terms', 'items'], terms: [term], items, ageCheck: true });
    const page = await laidOpen('first-link', { from: 'draft' }, APPS.biz);
    for (const row of ['service', 'gender', 'user_age_check'])
      assert.match(origin(page, row), /작성 중인 신청서 · .* 저장, 아직 승인되지 않음/, row);
  });

  it('what the gallery made up says so', async () => {
    const page = await laidOpen('ten-terms');
    assert.match(origin(page, 't5'), /갤러리가 이 상태를 보여 주려고 만든 줄/);
    assert.doesNotMatch(origin(page, 'service_20260105'), /갤러리/);
  });
});

describeHouse('inspect mode · when a row comes again', (world) => {
  const again = (page: { html: string }, row: string) => shown(page, `origin-again-${row}`);

  it('says of each row what the next login then does', async () => {
    const visitor = world.visitor();
    const params = { scope: 'birthday,phone_number' };
    const page = await inspected(visitor, await loggedIn(world, APPS.demo, 'han', params, visitor));
    assert.match(again(page, 'birthday')!, /비워 두면 같은 요청으로 다시 로그인할 때 다시/);
    assert.match(again(page, 'profile_image')!, /비워 두면 요청에서 이 줄을 지정할 때만/);
    assert.match(again(page, 'marketing_20260105')!, /비워 두면 동의하지 않은 필수 약관과 함께/);
    for (const row of ['profile_nickname', 'service_20260105', 'user_age_check'])
      assert.equal(again(page, row), '체크하면 동의를 철회하거나 연결을 끊기 전에는 다시 나오지 않습니다.', row);

    await goThrough(world, { app: APPS.demo, as: 'han', agree: 'required', visitor });
    const next = await loggedIn(world, APPS.demo, 'han', params, world.visitor());
    assert.deepEqual(
      boxesOf(next).map(({ value }) => value),
      ['birthday', 'phone_number'],
    );
    for (const [query, place] of [
      [{}, 'partner'],
      [{ scope: 'profile_image' }, 'consent'],
      [{ service_terms: 'marketing_20260105' }, 'partner'],
    ] as const)
      assert.equal(placeOf(await loggedIn(world, APPS.demo, 'han', query, world.visitor())), place, JSON.stringify(query));
  });

  it('says for the screen as it is ticked which rows the same request asks again', async () => {
    const visitor = world.visitor();
    const real = await loggedIn(world, APPS.demo, 'han', { scope: 'birthday' }, visitor);
    const required = boxesOf(real).filter((box) => box.required);
    const ticked = required.map(({ name, value }): [string, string] => [name, value]);
    assert.match(shown(await inspected(visitor, real, ticked), 'inspection-next')!, /다시 묻습니다: 생일$/);
    assert.match(shown(await inspected(visitor, real, [...ticked, ['item', 'birthday']]), 'inspection-next')!, /화면 없이/);
    assert.equal(shown(await inspected(visitor, real), 'inspection-next'), undefined);
  });
});
