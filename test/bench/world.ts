/** The world that is measured in: the shipped one, an app with three terms, and people who have not signed up yet. */
import { settings } from '../../src/config.ts';
import type { Simulator } from '../../src/index.ts';
import type { Account } from '../../src/store/index.ts';
import { shapes } from '../../src/store/schema.ts';
import { type SeedSource, seedSource } from '../../src/store/seed/source.ts';

export const CALLBACK = 'http://localhost:3000/oauth';
export const APP = '1999999';

/** A callback, about as long as that of a sign-up. */
export const CALLBACK_BODY = JSON.stringify({ type: 'sync.signed_up', data: 'x'.repeat(900) });
export const CALLBACK_HEADERS = { 'Content-Type': 'application/json', 'User-Agent': 'kakao-sync-simulator' };

/** The shipped world and this many people more. */
export function peopled(count: number): SeedSource {
  const shipped = seedSource(settings.seed.default);
  const accounts = Array.from({ length: count }, (_, number) => person(number));
  return { name: shipped.name, read: async () => ({ ...(await shipped.read()), rows: { accounts } }) };
}

/** By what the person types to log in. */
export const loginOf = (number: number): string => `bench-${number}@example.com`;

/** As much is known of them as of the shipped ones. */
function person(number: number): Account {
  return shapes.accounts.parse({
    id: `bench-${String(number).padStart(7, '0')}`,
    key: null,
    says: null,
    password: 'demo1234',
    email: { address: loginOf(number), valid: true, verified: true },
    phone: `+82 10-${String(1000 + Math.floor(number / 10_000))}-${String(number % 10_000).padStart(4, '0')}`,
    hasTalk: true,
    nickname: `테스트 ${number}`,
    image: null,
    name: '김테스트',
    gender: 'female',
    birthyear: '1995',
    birthday: { day: '0620', type: 'SOLAR', isLeapMonth: false },
    ci: { value: Buffer.from(`SIMULATOR CI ${number} `.padEnd(64, '.')).toString('base64'), authenticatedAt: 0 },
  });
}

/** The app, once it was made; its sign-ups are told to this address. */
export async function benchApp({ apps }: Simulator, callback: string) {
  const found = (await apps.list()).find(({ id }) => id === APP);
  if (found) return found;
  return apps.create({
    id: APP,
    name: '부하 시험',
    redirectUris: [CALLBACK],
    oidc: true,
    items: { profile_nickname: 'required', profile_image: 'optional', account_email: 'optional' },
    terms: ['service', 'privacy', { tag: 'marketing', required: false }],
    callbacks: { sync: callback },
    // A load test is no partner that has to be slowed down.
    switches: { tokenRequestsPerMinute: 1_000_000_000 },
  });
}
