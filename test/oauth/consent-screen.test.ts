/** How the consent screen reads: order of the rows (reference 5.2), marks, languages, links, and nothing ticked. */
import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../helpers/house.ts';
import { labelsOf, loggedIn, shown, textOf } from './helpers.ts';

const korean = [
  '[필수] 카카오 개인정보 제3자 제공 동의',
  '[선택] 카카오 개인정보 제3자 제공 동의',
  '프로필 사진',
  '성별',
  '연령대',
  '생일',
  '배송지정보(수령인명, 배송지 주소, 전화번호)',
  '카카오톡 채널 추가 상태 및 내역',
  '[필수] 온담상점 이용약관',
  '[필수] 개인정보 수집 및 이용 동의',
  '[선택] 마케팅 정보 수신 동의',
  '[선택] 개인정보 제3자 제공 동의',
  '[필수] 만 14세 이상입니다.',
  '[선택] 온담상점의 광고와 마케팅 메시지를 카카오톡으로 받습니다.',
];

const english = [
  '[Required] Provision of personal information by Kakao to a third party',
  '[Optional] Provision of personal information by Kakao to a third party',
  'Profile image',
  'Gender',
  'Age range',
  'Birthday',
  'Shipping addresses (recipient, address, phone number)',
  'KakaoTalk Channels added and their history',
  '[Required] Ondam Shop Terms of Use',
  '[Required] Collection and Use of Personal Information',
  '[Optional] Marketing Messages',
  '[Optional] Provision of Personal Information to Third Parties',
  '[Required] I am 14 years of age or older.',
  '[Optional] Receive advertising and marketing messages of 온담상점 in KakaoTalk.',
];

describeHouse('oauth · the consent screen', (world) => {
  for (const { lang, rows } of [
    { lang: 'ko', rows: korean },
    { lang: 'en', rows: english },
  ]) {
    it(`has its rows in order, marked and titled in ${lang}`, async () => {
      const page = await loggedIn(world, APPS.current, 'han', { lang });
      assert.deepEqual(labelsOf(page), rows);
      assert.equal(page.headers['content-language'], lang);
    });
  }

  it('changes language by ?lang= on the spot, and remembers it', async () => {
    const visitor = world.visitor();
    const page = await loggedIn(world, APPS.current, 'han', {}, visitor);
    assert.deepEqual(labelsOf(await visitor.open(`${page.url.pathname}?lang=en`)), english);
    assert.deepEqual(labelsOf(await visitor.open(page.url.pathname)), english);
  });

  it('shows the purpose of each item under 보기', async () => {
    const text = textOf((await loggedIn(world, APPS.current, 'han')).html);
    for (const { purpose } of (await world.app(APPS.current)).items.filter(({ state }) => state !== 'in-use')) {
      assert.ok(text.includes(`수집 목적: ${purpose}`), purpose);
    }
  });

  it('names a person without e-mail by phone number', async () => {
    assert.equal(shown(await loggedIn(world, APPS.current, 'no-email'), 'consent-login'), '+82 10-0000-0004');
  });

  it('says of an additional consent what it is, with those rows only', async () => {
    const page = await loggedIn(world, APPS.demo, 'declined-optional', { scope: 'birthday' });
    assert.match(page.html, /data-testid="consent-additional"/);
    assert.deepEqual(labelsOf(page), ['[선택] 카카오 개인정보 제3자 제공 동의', '생일']);
  });

  it('carries the mark of the simulator, as the login page does', async () => {
    assert.match(shown(await loggedIn(world, APPS.current, 'han'), 'mark') ?? '', /SIMULATOR · 테스트 전용/);
  });
});
