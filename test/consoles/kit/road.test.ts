/** 카카오싱크 도입 과정: the four stages, and the one next click, from facts. */
import assert from 'node:assert/strict';
import { road, type RoadFacts } from '../../../src/consoles/kit/road.ts';
import { roadMap } from '../../../src/consoles/kit/road-map.ts';
import { translator } from '../../../src/web/text/index.ts';
import { app, factsOf, profile } from '../../browser/kit/facts.ts';

/** The stages in a line, and where the next click leads. */
const lookAt = (facts: RoadFacts): [string, string | null | undefined] => {
  const { stages, next } = road(facts);
  return [stages.map(({ state }) => state).join(' '), next && (next.needs ?? next.href)];
};
const stepsOf = (facts: RoadFacts, stage: number): string[] =>
  road(facts).stages[stage]!.steps.map(({ name, state }) => `${name} ${state}`);
const with4 = (settings: Partial<RoadFacts['settings']>): RoadFacts => ({
  ...factsOf.approved,
  settings: { ...factsOf.approved.settings, ...settings },
});

describe('the road map', () => {
  const rows: [string, RoadFacts, string, string | null][] = [
    ['begins with a profile', factsOf.start, 'here next later later', '/center/profiles/new'],
    [
      'goes on to its certification',
      { ...factsOf.start, profile: { ...profile, certification: 'none' } },
      'here next later later',
      '/center/profiles/_xaBcDe/certification',
    ],
    ['uses the time of its review for the app', factsOf.certifying, 'here next later later', '/developers/apps/new'],
    [
      'goes on to the business of the app',
      { ...factsOf.start, profile, app: { ...app, isBiz: false } },
      'here next later later',
      '/developers/apps/205700/business',
    ],
    ['waits at the review desk when nothing else is left to do', { ...factsOf.certifying, app }, 'here next later later', '/_sim/reviews'],
    [
      'asks for the certification again when it was refused',
      factsOf.refused,
      'here next later later',
      '/center/profiles/_xaBcDe/certification',
    ],
    ['2단계 begins when both are ready', factsOf.ready, 'done here next later', '/business/connections/new'],
    ['3단계 begins when they are connected', factsOf.connected, 'done done here next', '/business/apps/205700/application'],
    ['3단계 waits for its reviews', factsOf.waiting, 'done done here next', '/_sim/reviews'],
    [
      '3단계 has one rejected application made again, while the other waits',
      factsOf.rejected,
      'done done here next',
      '/business/apps/205700/application',
    ],
    ['4단계 begins when what was applied for is approved', factsOf.approved, 'done done done here', '/developers/apps/205700#login'],
    ['4단계 goes on to the channel', with4({ login: true }), 'done done done here', '/developers/apps/205700#channel'],
    ['4단계 goes on to the items', with4({ login: true, channel: true }), 'done done done here', '/developers/apps/205700#items'],
    [
      '4단계 ends with simple signup',
      with4({ login: true, channel: true, consentItems: true }),
      'done done done here',
      '/developers/apps/205700#simple-signup',
    ],
    ['ends', factsOf.finished, 'done done done done', null],
  ];
  for (const [sentence, facts, stages, next] of rows) {
    it(sentence, () => assert.deepEqual(lookAt(facts), [stages, next]));
  }

  it('shows in 3단계 only what was applied for, and is through when that is approved', () => {
    const facts: RoadFacts = { ...factsOf.connected, items: 'approved', settings: { ...factsOf.connected.settings, simpleSignup: null } };
    assert.deepEqual(stepsOf(factsOf.connected, 2), ['application todo']);
    assert.deepEqual(stepsOf(facts, 2), ['application done', 'items done']);
    assert.deepEqual(stepsOf(facts, 3), ['login todo', 'channel todo', 'consentItems todo']);
    assert.equal(lookAt(facts)[0], 'done done done here');
  });

  it('keeps a later stage done when an earlier one has to be done again', () => {
    const facts: RoadFacts = { ...factsOf.finished, profile: { ...profile, certification: 'rejected' } };
    assert.deepEqual(lookAt(facts), ['here done done done', '/center/profiles/_xaBcDe/certification']);
  });

  const roles: [string, RoadFacts, string][] = [
    [
      'a member of the profile cannot certify it',
      { ...factsOf.start, profile: { ...profile, role: 'member', certification: 'none' } },
      'manager',
    ],
    ['only the owner registers the business', { ...factsOf.start, profile, app: { ...app, role: 'editor', isBiz: false } }, 'owner'],
    ['a member of the app cannot connect it', { ...factsOf.ready, app: { ...app, role: 'member' } }, 'editor'],
    ['a member of the profile cannot connect it', { ...factsOf.ready, profile: { ...profile, role: 'member' } }, 'manager'],
    ['a member of the app cannot apply', { ...factsOf.connected, app: { ...app, role: 'member' } }, 'editor'],
    ['a member of the app cannot set it up', { ...factsOf.approved, app: { ...app, role: 'member' } }, 'editor'],
  ];
  for (const [sentence, facts, needs] of roles) {
    it(`leads nowhere without the role: ${sentence}`, () => {
      assert.equal(road(facts).next?.needs, needs);
      assert.equal(road(facts).next?.href, null);
    });
  }
});

describe('the road map in words', () => {
  const t = translator('ko');

  it('names the stages as the guide does, and the steps of the one where one stands', () => {
    const { stages, steps, stepsOf, next } = roadMap(t, factsOf.rejected, '/business');
    assert.deepEqual(
      stages.map(({ name, title, stateWord }) => `${name} ${title} (${stateWord})`),
      [
        '1단계 인증 프로필과 비즈 앱 준비하기 (완료)',
        '2단계 인증 프로필 - 비즈 앱 연결하기 (완료)',
        '3단계 카카오싱크 신청하고 검수받기 (진행 중)',
        '4단계 추가 설정하기 (다음)',
      ],
    );
    assert.equal(stepsOf, stages[2]?.title);
    assert.deepEqual(
      steps.map(({ word, stateWord }) => `${word}: ${stateWord}`),
      ['카카오싱크 신청: 완료', '간편가입 시 약관 검수: 심사 중', '개인정보제공 항목 검수: 반려'],
    );
    assert.deepEqual(next, { says: null, link: { href: '/business/apps/205700/application', label: '개인정보 항목 다시 신청하기' } });
  });

  it('does not link a page to itself', () => {
    const { next } = roadMap(t, factsOf.ready, '/business/connections/new');
    assert.deepEqual(next, { says: t('road.thisPage'), link: null });
  });

  it('says who may go on instead of a link', () => {
    assert.deepEqual(roadMap(t, factsOf.member, '/center').next, { says: t('road.needs.owner'), link: null });
  });

  it('says what is waited for, and that it can be decided', () => {
    const { next } = roadMap(t, factsOf.waiting, '/business');
    assert.deepEqual(next, { says: t('road.waiting'), link: { href: '/_sim/reviews', label: t('road.go.desk') } });
  });

  it('calls a refused certification what it is', () => {
    assert.equal(roadMap(t, factsOf.refused, '/center').next?.link?.label, t('road.go.again'));
  });

  it('ends in a sentence', () => {
    const { next, finished, steps } = roadMap(t, factsOf.finished, '/center');
    assert.deepEqual([next, finished, steps], [null, t('road.finished'), []]);
  });
});
