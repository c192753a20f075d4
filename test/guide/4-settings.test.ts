/** 4단계 · 카카오 디벨로퍼스에서 추가 설정하기: 엘라봉봉 on the day of its approval, in the guide's own order and words. */
import assert from 'node:assert/strict';
import { pageOf } from '../consoles/developers/reading.ts';
import { COLLEAGUE, OWNER, type Worker, workingAs } from '../consoles/developers/working.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { goThrough, redeem } from '../helpers/login.ts';
import { openReceiver } from '../helpers/receiver.ts';
import { rowsOf } from '../helpers/visitor.ts';
import { begin, loggedIn, placeOf, shown } from '../oauth/helpers.ts';

const APP = APPS.ellaBongBong;
const CHANNEL = '_xoEtb';

/** What the items review approved. */
const REVIEWED = { phone_number: 'required', birthyear: 'optional' } as const;

describeHouse('4단계 · 카카오 디벨로퍼스에서 추가 설정하기', (world) => {
  let owner: Worker;

  beforeEach(async () => {
    // Reviews are approved, profiles are connected, and nothing is set yet.
    await world.change('apps', APP, { loginOn: false, items: [], channelOnConsent: null, simpleSignupOn: false });
    await world.house.apps.setCallback(OWNER, APP, 'channel', '');
    owner = await workingAs(world, OWNER);
  });

  const set = async (path: string, changes: Record<string, string | null> = {}): Promise<void> => {
    const answer = await owner.change(APP, path, changes);
    assert.equal(answer.status, 303, answer.text);
  };
  const section = async (id: string): Promise<string> => pageOf(await owner.page(APP)).section(id);
  const on = (id: string, state: string) => ({ [`items.${id}.on`]: 'on', [`items.${id}.state`]: state, [`items.${id}.purpose`]: '테스트' });
  const roadOf = async () => shown({ html: (await owner.page(APP)).text }, 'road-link') ?? '';

  it('사용자 관리 ON: 카카오계정으로 로그인하려면 사용자 관리를 활성화하세요', async () => {
    assert.match(await section('login'), /^사용자 관리 OFF /);
    assert.equal(await roadOf(), '사용자 관리 켜기');
    assert.equal(shown(await begin(world, APP), 'error-code'), 'KOE004');
    await set('login');
    assert.match(await section('login'), /^사용자 관리 ON /);
    assert.equal(placeOf(await begin(world, APP)), 'login');
  });

  it('플러스친구 추가 설정 (카카오 로그인 창): 설정 메뉴 노출 위치 : 카카오 계정 로그인, 간편 가입 동의창', async () => {
    await set('login');
    assert.match(await section('channel'), /^플러스친구 추가 설정 .*추가할 플러스친구 설정하지 않음/);
    assert.equal(await roadOf(), '플러스친구 추가 설정하기');
    await set('channel', { channel: CHANNEL });
    assert.match(shown(await begin(world, APP), 'login-channel') ?? '', /엘라봉봉/);
    assert.ok(rowsOf(await loggedIn(world, APP, 'new')).includes(`channel=${CHANNEL}`));
  });

  it('콜백 URL을 설정하면, 플러스친구 추가 및 차단 발생 시 유저 식별자를 전달합니다', async () => {
    const receiver = await openReceiver();
    try {
      world.house.webhooks.start();
      await set('callbacks/channel', { 'callback-channel': receiver.url });
      await set('callbacks/test', { event: 'channel.added' });
      await receiver.arrived(1);
      const { event, plus_friend_public_id, id_type } = JSON.parse(receiver.received[0]!.body);
      assert.deepEqual([event, plus_friend_public_id, id_type], ['added', CHANNEL, 'open_id']);
      assert.match((await owner.open(`/_sim/deliveries?app=${APP}`)).text, /channel\.added/);
    } finally {
      await receiver.close();
    }
    assert.match(await section('callbacks'), /동의항목에서 플러스친구 추가 상태 및 내역을 설정하세요/);
  });

  it('검수 기준으로 설정을 다시 해야 함: what was approved is OFF until it is switched on here, as it was approved', async () => {
    await set('login');
    for (const id of Object.keys(REVIEWED)) assert.equal(shown(await begin(world, APP, { scope: id }), 'error-code'), 'KOE205', id);
    const wrong = await owner.change(APP, 'items', on('phone_number', 'optional'));
    assert.equal(wrong.status, 422);
    await set('items', { ...on('profile', 'required'), ...on('phone_number', 'required'), ...on('birthyear', 'optional') });
    const screen = await loggedIn(world, APP, 'new');
    assert.match(screen.html, /휴대전화번호/);
    assert.ok(rowsOf(screen).includes('item=birthyear'));
  });

  it('what no review has approved stays 권한 없음', async () => {
    const html = /<fieldset class="item" data-testid="item-gender">([\s\S]*?)<\/fieldset>/.exec((await owner.page(APP)).text)?.[1] ?? '';
    assert.match(html, /권한 없음/);
    assert.doesNotMatch(html, /type="checkbox"/);
    assert.equal((await owner.change(APP, 'items', on('gender', 'optional'))).status, 422);
    assert.deepEqual((await world.app(APP)).items, []);
  });

  it('수집조건 연결 시 필수, 연결 시 선택, 이용 중 사용; 수집목적; 취소, 저장', async () => {
    await set('items', on('profile', 'required'));
    const shownItems = await section('items');
    assert.match(
      shownItems,
      /프로필 정보\(닉네임\/프로필 사진\) profile .*수집조건 연결 시 필수 연결 시 선택 이용 중 사용 수집목적 관련 API \/v2\/user\/me/,
    );
    assert.match(shownItems, / 저장 취소 /);
    assert.equal((await owner.change(APP, 'items', { 'items.profile.purpose': '' })).status, 422);
  });

  it('간편 가입 항목에서 간편 가입 OFF → ON: 서비스 약관은 아래 리스트 순서로 노출됩니다', async () => {
    await set('login');
    const terms = async () => rowsOf(await loggedIn(world, APP, 'new')).filter((row) => row.startsWith('term='));
    assert.deepEqual(await terms(), []);
    assert.match(
      await section('simple-signup'),
      /^카카오 간편가입 OFF .*1\. 서비스 이용 약관 Terms of Services http:\/\/www\.kakao\.com\/policy\/terms .*필수 service_20190311 2\. 개인정보 수집 및 이용 동의 Privacy Policy .*필수 privacy_20190311 /,
    );
    await set('simple-signup');
    assert.deepEqual(await terms(), ['term=service_20190311', 'term=privacy_20190311', 'term=marketing_20190311']);
  });

  it('약관의 순서 및 내용을 변경하려면, 고객센터로 문의해 주세요', async () => {
    const { text } = await owner.page(APP);
    assert.match(text, /약관의 순서 및 내용을 변경하려면 고객센터로 문의해 주세요\. <a href="\/_sim\/desk">문의하러 가기<\/a>/);
    assert.doesNotMatch(text, /name="terms|name="tag/);
  });

  it('검수가 완료되어야 간편가입을 설정할 수 있습니다', async () => {
    await world.change('reviews', `0-terms:${APP}`, { decision: null });
    const page = await owner.page(APP);
    assert.match(pageOf(page).section('simple-signup'), /ON으로 바꾸기 .*약관 검수가 승인되어야 켤 수 있습니다/);
    assert.ok(
      !page.text.includes(`action="/developers/apps/${APP}/simple-signup#`) ||
        /<button[^>]*disabled[^>]*data-testid="switch-simple-signup"/.test(page.text),
    );
    const forged = await owner.change(APP, 'simple-signup', { on: 'true' });
    assert.equal(forged.status, 422);
    assert.equal((await world.app(APP)).simpleSignupOn, false);
  });

  it('에디터 이상: a member sees every setting and changes none', async () => {
    const member = await workingAs(world, COLLEAGUE);
    assert.match(pageOf(await member.page(APP)).section('login'), /^사용자 관리 OFF /);
    assert.equal((await member.post(`/developers/apps/${APP}/login`, { on: 'true' })).status, 403);
    assert.equal((await world.app(APP)).loginOn, false);
  });

  it('‘진짜’ 카카오싱크 도입 완료', async () => {
    await set('login');
    await set('channel', { channel: CHANNEL });
    await set('items', { ...on('profile', 'required'), ...on('phone_number', 'required'), ...on('birthyear', 'optional') });
    await set('simple-signup');
    assert.match((await owner.page(APP)).text, /data-testid="road-finished"/);
    const { query } = await goThrough(world, { app: APP, as: 'new' });
    assert.ok((await redeem(world, APP, query['code']!)).access_token);
    const link = await world.house.consent.link(APP, '02-new');
    assert.deepEqual(link?.items.map(({ id }) => id).sort(), ['birthyear', 'phone_number', 'profile']);
    assert.equal((await world.house.terms.agreements(APP, '02-new')).length, 3);
    assert.equal((await world.house.channels.relation(CHANNEL, '02-new'))?.relation, 'ADDED');
  });
});
