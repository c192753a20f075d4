import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../../helpers/house.ts';
import { openApp } from './reading.ts';
import { PARTNER } from './working.ts';

describeHouse('카카오 디벨로퍼스 · consent, signup and channels', (world) => {
  const read = async (section: string, id: string = APPS.demo, language = 'ko', as: string | null = null) =>
    (await openApp(world, id, language, as)).section(section);
  /** A review of the demo app is taken back. */
  const unapprove = (kind: 'terms' | 'items') => world.change('reviews', `0-${kind}:${APPS.demo}`, { decision: null });

  it('items: each with label, id, 수집조건 and 수집목적, in the order of the console', async () => {
    const { items } = await world.app(APPS.current);
    const shown = await read('items', APPS.current);
    assert.match(shown, / 닉네임 profile_nickname 필수 동의 회원 표시 이름 프로필 사진 profile_image 선택 동의 /);
    assert.match(shown, / friends 이용 중 동의 친구에게 선물하기 /);
    const places = items.map(({ id, purpose }) => shown.search(new RegExp(` ${id} (필수|선택|이용 중) 동의 ${purpose}`)));
    assert.ok(places.every((place, index) => place > (places[index - 1] ?? 0)));
    assert.match(await read('items', APPS.current, 'en'), / Nickname profile_nickname Required consent /);
  });

  it('items: in the words of 2019 for an app of 2019', async () => {
    await world.change('apps', APPS.ellaBongBong, {
      items: (await world.app(APPS.ellaBongBong)).items.map((item) => (item.id === 'plusfriends' ? { ...item, state: 'in-use' } : item)),
    });
    const shown = await read('items', APPS.ellaBongBong);
    assert.match(
      shown,
      / 프로필 정보\(닉네임\/프로필 사진\) profile 연결 시 필수 테스트 플러스친구 추가 상태 및 내역 plusfriends 이용 중 사용 /,
    );
    assert.match(shown, / 출생년도 birthyear 연결 시 선택 /);
  });

  it('items: 권한 없음 while the review of an item is not approved', async () => {
    assert.doesNotMatch(await read('items'), / 권한 없음 (필수|선택) 동의/);
    await unapprove('items');
    const shown = await read('items');
    assert.match(shown, / phone_number 권한 없음 선택 동의 /);
    assert.match(shown, / profile_nickname 필수 동의 /);
  });

  it('items: says so where none is set up', async () => {
    assert.match(await read('items', APPS.biz), /설정한 동의항목이 없습니다/);
  });

  it('simple-signup: in effect, with its terms in order and the age check', async () => {
    const shown = await read('simple-signup');
    assert.match(shown, /^카카오 간편가입 적용 중 .*스위치 ON 약관 검수 승인됨 만 14세 이상 연령 동의 받음 /);
    assert.match(
      shown,
      / 1\. 서비스 이용약관 Terms of Service https:\/\/example\.com\/terms\/service .*필수 service_20260105 2\. .*필수 privacy_20260105 3\. .*선택 marketing_20260105 /,
    );
    assert.match(await read('simple-signup', APPS.openidConnect), / 만 14세 이상 연령 동의 받지 않음 /);
  });

  it('simple-signup: OFF keeps the approved terms in sight', async () => {
    await world.change('apps', APPS.demo, { simpleSignupOn: false });
    assert.match(await read('simple-signup'), /^카카오 간편가입 OFF .*스위치 OFF 약관 검수 승인됨 .* service_20260105 /);
  });

  it('simple-signup: ON is not in effect before the terms are approved', async () => {
    await unapprove('terms');
    const shown = await read('simple-signup');
    assert.match(shown, /^카카오 간편가입 ON, 승인 전 .*스위치 ON 약관 검수 승인되지 않음 .*승인된 약관이 없습니다/);
    assert.doesNotMatch(shown, /service_20260105/);
  });

  it('channel: the one that is offered, and all that are linked, certified or not', async () => {
    assert.match(
      await read('channel', APPS.current),
      /^카카오톡 채널 .*대표 채널 온담상점 \(_xpDnk\) .*온담상점 @온담상점 _xpDnk .*인증됨 .*_xpEvt /,
    );
    await world.change('reviews', '0-certification:_xpEvt', { decision: null });
    assert.match(await read('channel', APPS.current), /_xpEvt .*인증되지 않음/);
    assert.match(await read('channel', APPS.plain), /설정하지 않음 연결된 채널이 없습니다/);
  });

  it('login and channel: are 사용자 관리 and 플러스친구 추가 설정 for an app of 2019', async () => {
    assert.match(await read('login', APPS.ellaBongBong), /^사용자 관리 ON /);
    assert.match(await read('channel', APPS.ellaBongBong), /^플러스친구 추가 설정 .*추가할 플러스친구 엘라봉봉/);
    await world.change('apps', APPS.ellaBongBong, { era: '2021' });
    assert.match(await read('login', APPS.ellaBongBong), /^카카오 로그인 사용 설정 ON /);
    assert.match(await read('kind', APPS.ellaBongBong), /따르는 시기 2021년/);
  });

  it('callbacks: the address of each kind, the secret of the signed one, and the way to the log', async () => {
    const shown = await read('callbacks', APPS.demo, 'ko', PARTNER);
    assert.match(shown, /채널 콜백 http:\/\/localhost:5254\/\S+ .*가입 콜백 http:\/\/localhost:5254\/\S+ .*서명 시크릿 whsec_\S+ /);
    await world.change('endpoints', `${APPS.demo}:channel`, { url: 'https://moved.example/hook' });
    assert.match(await read('callbacks'), /채널 콜백 https:\/\/moved\.example\/hook /);
    assert.match(await read('callbacks', APPS.plain), /채널 콜백 등록하지 않음 가입 콜백 등록하지 않음 /);
    assert.ok((await openApp(world, APPS.demo)).html.includes('href="/_sim/deliveries?app=1000001"'));
  });
});
