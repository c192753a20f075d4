/** The way to Kakao Sync in the guide's four stages: what is done, where one stands, and the one next click. A function of facts. */

/** What a person has, or the app and profile that a page is about; doors ask the rooms for it. */
export interface RoadFacts {
  profile: { id: string; role: 'master' | 'manager' | 'member'; certification: Standing } | null;
  app: { id: string; role: 'owner' | 'editor' | 'member'; isBiz: boolean } | null;
  isConnected: boolean;
  /** 카카오 간편가입 시 약관 검수; an approval in part is an approval. */
  terms: Standing;
  /** 카카오 로그인시 개인정보제공 항목 검수 */
  items: Standing;
  /** Whether each is set; null where there is nothing to set, as it was not applied for. */
  settings: { login: boolean; channel: boolean; consentItems: boolean | null; simpleSignup: boolean | null };
}

export type Standing = 'none' | 'pending' | 'rejected' | 'approved';

/** `next` is the stage after the one where one stands. */
export type StageState = 'done' | 'here' | 'next' | 'later';
export type StepState = 'done' | 'todo' | 'waiting' | 'refused';

export interface Step {
  name: StepName;
  state: StepState;
}

export interface Stage {
  state: StageState;
  steps: Step[];
}

export interface Road {
  /** Always four. */
  stages: Stage[];
  /** The next click, or null when all is done. It leads nowhere for a person without the role that it `needs`. */
  next: (Step & { href: string | null; needs: Needs | null }) | null;
}

export type Needs = 'owner' | 'editor' | 'manager';
export type StepName = keyof typeof PLACES;

/** Where each step is done. */
const PLACES = {
  profile: () => '/center/profiles/new',
  certification: ({ profile }: RoadFacts) => `/center/profiles/${profile?.id}/certification`,
  app: () => '/developers/apps/new',
  business: ({ app }: RoadFacts) => `/developers/apps/${app?.id}/business`,
  connection: () => '/business/connections/new',
  application: ({ app }: RoadFacts) => `/business/apps/${app?.id}/application`,
  terms: ({ app }: RoadFacts) => `/business/apps/${app?.id}/application`,
  items: ({ app }: RoadFacts) => `/business/apps/${app?.id}/application`,
  login: ({ app }: RoadFacts) => `/developers/apps/${app?.id}#login`,
  channel: ({ app }: RoadFacts) => `/developers/apps/${app?.id}#channel`,
  consentItems: ({ app }: RoadFacts) => `/developers/apps/${app?.id}#items`,
  simpleSignup: ({ app }: RoadFacts) => `/developers/apps/${app?.id}#simple-signup`,
} as const;
/** Whoever waits for a review can decide it, in the simulator. */
const REVIEW_DESK = '/_sim/reviews';

/** Where these facts stand on the way. */
export function road(facts: RoadFacts): Road {
  const stages = stepsOf(facts);
  const here = stages.findIndex((steps) => steps.some(({ state }) => state !== 'done'));
  return {
    stages: stages.map((steps, at) => ({ steps, state: stageState(steps, at, here) })),
    next: here < 0 ? null : nextOf(facts, stages[here]!),
  };
}

function stepsOf({ profile, app, isConnected, terms, items, settings }: RoadFacts): Step[][] {
  const set = (name: StepName, is: boolean | null): Step[] => (is === null ? [] : [{ name, state: is ? 'done' : 'todo' }]);
  const reviewed = (name: 'terms' | 'items', standing: Standing): Step[] =>
    standing === 'none' ? [] : [{ name, state: STANDINGS[standing] }];
  return [
    [
      ...set('profile', profile !== null),
      { name: 'certification', state: STANDINGS[profile?.certification ?? 'none'] },
      ...set('app', app !== null),
      ...set('business', app?.isBiz ?? false),
    ],
    set('connection', isConnected),
    [...set('application', terms !== 'none' || items !== 'none'), ...reviewed('terms', terms), ...reviewed('items', items)],
    [
      ...set('login', settings.login),
      ...set('channel', settings.channel),
      ...set('consentItems', settings.consentItems),
      ...set('simpleSignup', settings.simpleSignup),
    ],
  ];
}

const STANDINGS: Readonly<Record<Standing, StepState>> = { none: 'todo', pending: 'waiting', rejected: 'refused', approved: 'done' };

function stageState(steps: readonly Step[], at: number, here: number): StageState {
  if (steps.every(({ state }) => state === 'done')) return 'done';
  if (at === here) return 'here';
  return at === here + 1 ? 'next' : 'later';
}

/** What can be done goes before what is waited for. */
function nextOf(facts: RoadFacts, steps: readonly Step[]): Road['next'] {
  const step = steps.find(({ state }) => state === 'todo' || state === 'refused') ?? steps.find(({ state }) => state === 'waiting')!;
  if (step.state === 'waiting') return { ...step, href: REVIEW_DESK, needs: null };
  const needs = missingRole(facts, step.name);
  return { ...step, href: needs ? null : PLACES[step.name](facts), needs };
}

/** The role that the step wants and the person does not have. Source: guide, 준비 2 (앱 오너만), 신청 1단계 and 2단계 (매니저, 에디터 이상). */
function missingRole({ profile, app }: RoadFacts, step: StepName): Needs | null {
  const isManager = profile?.role !== 'member';
  const isEditor = app?.role !== 'member';
  if (step === 'profile' || step === 'app') return null;
  if (step === 'certification') return isManager ? null : 'manager';
  if (step === 'business') return app?.role === 'owner' ? null : 'owner';
  if (!isEditor) return 'editor';
  return step === 'connection' && !isManager ? 'manager' : null;
}
