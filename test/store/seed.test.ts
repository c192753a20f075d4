/** The world that is shipped, data/seed/world.json, is made of the guide's own examples. */
import assert from 'node:assert/strict';
import { createClock } from '../../src/clock.ts';
import { type House, openHouse } from '../../src/house.ts';
import { timeId } from '../../src/store/index.ts';
import { app, channelName, NOW, seed, usePlanted } from '../helpers/world.ts';

describe("the shipped seed · the guide's examples", () => {
  const store = usePlanted();
  let house: House;
  before(async () => {
    const rest = { url: 'http://localhost:5252', documentsFolder: null, report: console.error };
    house = await openHouse({ store: store(), clock: createClock(NOW - Date.now()), ...rest });
  });

  it('has the business of the guide, and only registration numbers with a right check digit', () => {
    assert.deepEqual(seed.businesses[0], {
      number: '120-81-47521',
      companyName: '주식회사 카카오',
      representative: '여민수, 조수용',
      type: '서비스업',
      item: '프로그래밍 개발 외',
      address: '제주도 제주시 첨단로 242',
    });
    for (const { number } of seed.businesses) assert.equal(checkDigit(number), number.at(-1), number);
  });

  it('has one app for each state of the application', () => {
    const jone = seed.apps.find(({ name }) => name === 'J ONE');
    assert.equal(jone?.company, 'Jone networks');
    assert.equal(jone?.businessNumber, null);
    assert.deepEqual([app('205700').name, app('205700').connections.length], ['테스트비즈앱1', 0]);
    assert.deepEqual([app('205724').name, app('205724').applications], ['테스트비즈앱11', {}]);
    assert.deepEqual(
      [app('233452').name, app('233452').applications.terms?.decision, app('233452').applications.items?.decision],
      ['카카오 모빌리티', null, null],
    );
    assert.equal(app('205723').applications.terms?.decision?.outcome, 'approved');
    const rejected = app('1234567').applications.items?.decision;
    assert.deepEqual(
      [app('1234567').name, rejected?.outcome, rejected?.reason],
      ['카카오M', 'rejected', '전화번호 수집에 대한 권한 요청은 반려 되었습니다.'],
    );
    for (const { era } of [jone, ...['205700', '205724', '233452', '205723', '1234567'].map(app)].filter((each) => each !== undefined))
      assert.equal(era, '2019');
  });

  it('has three certified profiles that 테스트비즈앱1 can be linked to', () => {
    const free = seed.channels.filter(({ profileNumber }) => ['12345', '12346', '12347'].includes(profileNumber));
    assert.deepEqual(
      free.map(({ name }) => name),
      ['프로필1', '프로필2', '플러스친구2'],
    );
    for (const { businessNumber, certification } of free) {
      assert.equal(businessNumber, app('205700').businessNumber);
      assert.equal(certification?.decision?.outcome, 'approved');
    }
  });

  it('has nine profiles linked to 테스트비즈앱11, listed in the order of the guide', async () => {
    const names = (await house.sync.connectedChannels('205724')).map(({ name }) => name);
    assert.deepEqual(names, [
      '플러스친구1',
      '플러스친구12...',
      '친구1',
      '프로필12',
      '인증프로필1',
      '인증프로필11',
      '인증프로필12',
      '인증프로필13',
      '압압',
    ]);
  });

  it('has 엘라봉봉 with the terms of the guide, simple signup on, and a plus friend on consent', () => {
    const { name, loginOn, simpleSignupOn, channelOnConsent, items, applications } = app('205723');
    assert.deepEqual([name, loginOn, simpleSignupOn, channelName(channelOnConsent)], ['엘라봉봉', true, true, '엘라봉봉']);
    const [service, privacy, marketing] = applications.terms?.terms ?? [];
    assert.deepEqual(service, {
      tag: 'service_20190311',
      title: { ko: '서비스 이용 약관', en: 'Terms of Services' },
      url: 'http://www.kakao.com/policy/terms',
      required: true,
    });
    assert.deepEqual(privacy, {
      tag: 'privacy_20190311',
      title: { ko: '개인정보 수집 및 이용 동의', en: 'Privacy Policy' },
      url: 'https://www.kakao.com/ko/privacy',
      required: true,
    });
    assert.equal(marketing?.required, false);
    const ids = items.map(({ id }) => id);
    assert.ok(ids.includes('profile') && ids.includes('plusfriends') && !ids.includes('profile_nickname'));
  });

  it('has profiles in each state of 비즈니스 인증', () => {
    const states = new Set(
      seed.channels.map(({ certification }) => (certification ? (certification.decision?.outcome ?? 'pending') : 'none')),
    );
    assert.deepEqual([...states].sort(), ['approved', 'none', 'pending', 'rejected']);
  });

  it('gives a review that is under way the time of planting, and lets any later one be the newer', async () => {
    const reviews = await house.reviews.of('terms', '233452');
    assert.deepEqual(
      reviews.map(({ submittedAt, decision }) => [submittedAt, decision]),
      [[NOW, null]],
    );
    assert.ok((reviews[0]?.id ?? '') < timeId(Date.parse('2006-01-01')), 'seeded ids sort before time ids');
  });

  it('keeps terms in the order of the file', async () => {
    const rows = await house.terms.approved('205723');
    assert.deepEqual(
      rows.map(({ tag, order }) => [tag, order]),
      [
        ['service_20190311', 1],
        ['privacy_20190311', 2],
        ['marketing_20190311', 3],
      ],
    );
  });
});

/** The last digit that a Korean business registration number must have. */
function checkDigit(number: string): string {
  const digits = [...number.replaceAll('-', '')].map(Number);
  const sum = [1, 3, 7, 1, 3, 7, 1, 3, 5].reduce(
    (total, weight, i) => total + weight * (digits[i] ?? 0),
    Math.floor(((digits[8] ?? 0) * 5) / 10),
  );
  return String((10 - (sum % 10)) % 10);
}
