/** How far one may have come on the way to Kakao Sync. */
import type { RoadFacts } from '../../../src/consoles/kit/road.ts';

const settings: RoadFacts['settings'] = { login: false, channel: false, consentItems: false, simpleSignup: false };
const start: RoadFacts = { profile: null, app: null, isConnected: false, terms: 'none', items: 'none', settings };
export const profile = { id: '_xaBcDe', role: 'master', certification: 'approved' } as const;
export const app = { id: '205700', role: 'owner', isBiz: true } as const;
const ready: RoadFacts = { ...start, profile, app };
const connected: RoadFacts = { ...ready, isConnected: true };
const approved: RoadFacts = { ...connected, terms: 'approved', items: 'approved' };

export const factsOf = {
  start,
  certifying: { ...start, profile: { ...profile, certification: 'pending' } },
  refused: { ...start, profile: { ...profile, certification: 'rejected' }, app },
  member: { ...start, profile, app: { ...app, role: 'member', isBiz: false } },
  ready,
  connected,
  waiting: { ...connected, terms: 'pending' },
  rejected: { ...connected, terms: 'pending', items: 'rejected' },
  approved,
  finished: { ...approved, settings: { login: true, channel: true, consentItems: true, simpleSignup: true } },
} as const satisfies Record<string, RoadFacts>;
