/** How the newer layout of the consent screen reads (reference 5.3), and how it is answered. */
import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../helpers/house.ts';
import { agreement } from '../helpers/login.ts';
import { boxesOf } from '../helpers/visitor.ts';
import { NOTHING, written } from '../helpers/written.ts';
import { labelsOf, type Page, shown, textOf } from './helpers.ts';
import { ask } from './layouts.ts';

const korean = [
  '(필수) 카카오 개인정보 제3자 제공 동의',
  '(선택) 카카오 개인정보 제3자 제공 동의',
  '프로필 사진',
  '성별',
  '연령대',
  '생일',
  '배송지정보(수령인명, 배송지 주소, 전화번호)',
  '카카오톡 채널 추가 상태 및 내역',
  '(필수) 온담상점 이용약관',
  '(필수) 개인정보 수집 및 이용 동의',
  '(선택) 마케팅 정보 수신 동의',
  '(선택) 개인정보 제3자 제공 동의',
  '(필수) 만 14세 이상입니다.',
  '(선택) 온담상점 채널을 친구로 추가하고, 광고와 마케팅 메시지를 카카오톡으로 받습니다.',
];

/** In the order of the page. */
const words = {
  ko: [
    'kakao',
    '온담상점',
    'han@example.com',
    '변경',
    '전체 선택하기를 누르면 선택 항목에도 동의',
    '카카오 로그인 동의',
    '온담상점 서비스 동의',
    '안내사항',
  ],
  en: [
    'kakao',
    '온담상점',
    'han@example.com',
    'Change',
    '"Select all" includes the optional items',
    'Kakao Login consent',
    '온담상점 service consent',
    'Please note',
  ],
};

describeHouse('oauth · the consent screen · newer layout', (world) => {
  it('has its rows in order, in round brackets, with its own words for the channel', async () => {
    assert.deepEqual(labelsOf(await ask(world, 'newer')), korean);
  });

  for (const lang of ['ko', 'en'] as const) {
    it(`says in ${lang} whose account it is, what is asked by whom, and what to note, in this order`, async () => {
      const text = textOf((await ask(world, 'newer', { lang })).html);
      const places = words[lang].map((word, i) => text.indexOf(word, i && text.indexOf('kakao')));
      assert.ok(!places.includes(-1), words[lang][places.indexOf(-1)]);
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
      );
    });
  }

  it('has 전체 선택하기 for scripts, 동의하고 계속하기 and 취소', async () => {
    const page = await ask(world, 'newer');
    const buttons = [...page.html.matchAll(/<button\b([^>]*)>([^<]*)<\/button>/g)].map(([, tag, label]) => [
      label,
      tag!.includes('scripted'),
    ]);
    assert.deepEqual(buttons, [
      ['동의하고 계속하기', false],
      ['전체 선택하기', true],
      ['취소', false],
    ]);
  });

  it('speaks English completely', async () => {
    const page = await ask(world, 'newer', { lang: 'en' });
    assert.equal(labelsOf(page)[0], '(Required) Provision of personal information by Kakao to a third party');
    assert.equal(
      labelsOf(page).at(-1),
      '(Optional) Add the channel 온담상점 as a friend and receive advertising and marketing messages in KakaoTalk.',
    );
    assert.equal(shown(page, 'consent-all'), 'Select all');
  });

  it('speaks of Plus Friends in an app of 2019', async () => {
    const label = labelsOf(await ask(world, 'newer', {}, APPS.ellaBongBong)).at(-1);
    assert.equal(label, '(선택) 엘라봉봉 플러스친구를 추가하고, 광고와 마케팅 메시지를 카카오톡으로 받습니다.');
  });

  it('has no brackets of the classic layout, and the classic one none of these', async () => {
    assert.doesNotMatch(textOf((await ask(world, 'newer')).html), /\[(필수|선택)\]|동의 항목/);
    assert.doesNotMatch(textOf((await ask(world, 'classic')).html), /\((필수|선택)\)|카카오 로그인 동의/);
  });

  it('with something missing comes back: 422, the ticks as they were, the missing rows by name', async () => {
    const visitor = world.visitor();
    const page = await ask(world, 'newer', {}, APPS.current, 'han', visitor);
    const again = await visitor.submit(page, { items: 'required', item: 'birthday' });
    assert.equal(again.status, 422);
    assert.deepEqual(ticked(again), ['items=required', 'item=birthday']);
    const missing = ['온담상점 이용약관', '개인정보 수집 및 이용 동의', '만 14세 이상입니다.'];
    assert.equal(shown(again, 'consent-missing'), `동의가 필요한 필수 항목이 남아 있습니다. (KOE203) ${missing.join(' ')}`);
    assert.equal([...again.html.matchAll(/aria-invalid="true"/g)].length, 3);
    assert.deepEqual(await written(world, APPS.current, '01-han'), NOTHING);
    assert.ok((await visitor.submit(again, agreement(again, 'required'))).query.code);
  });

  it('with 취소 sends the person back with access_denied', async () => {
    const visitor = world.visitor();
    const partner = await visitor.submit(await ask(world, 'newer', {}, APPS.current, 'han', visitor), { decision: 'cancel' });
    assert.deepEqual(partner.query, { error: 'access_denied', error_description: 'User denied access' });
  });
});

function ticked(page: Page): string[] {
  return boxesOf(page)
    .filter(({ checked }) => checked)
    .map(({ name, value }) => `${name}=${value}`);
}
