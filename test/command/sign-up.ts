/** People who sign up over HTTP and remember what was acknowledged to them; and the look whether all of it is there. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { APPS, CALLBACK, SEED } from '../helpers/house.ts';
import { agreement, type Tokens } from '../helpers/login.ts';
import { Visitor } from '../helpers/visitor.ts';
import type { Facts } from './program.ts';

const PASSWORD = 'secret';
const TERMS = ['service_20260105', 'privacy_20260105', 'marketing_20260105', 'user_age_check'];

/** What one person was told. Each field is set once the answer was received whole. */
export interface Person {
  email: string;
  /** The redirect with a code came. */
  code?: string;
  /** The code was sent off to be redeemed: whether it was, only an answer tells. */
  isRedeeming?: boolean;
  tokens?: Tokens;
  number?: string;
}

/** The answer was that it cannot be done now. */
export class Unavailable extends Error {}

/** Writes a seed file: the shipped world, these people beside it, and the demo app's callbacks at the receiver. */
export function writeWorld(file: string, people: readonly Person[], receiver: string): void {
  const world = JSON.parse(readFileSync(SEED, 'utf8')) as {
    accounts: object[];
    apps: { id: string; callbacks?: { channel: string; sync: { url: string }; unlink?: object; account?: object }; switches?: object }[];
  };
  const app = world.apps.find(({ id }) => id === APPS.demo)!;
  const { callbacks } = app;
  // So many are looked for at once that Kakao would ask for a pause.
  app.switches = { ...app.switches, tokenRequestsPerMinute: 1_000_000 };
  delete callbacks!.unlink;
  delete callbacks!.account;
  callbacks!.channel = `${receiver}/channel`;
  callbacks!.sync.url = `${receiver}/sync`;
  const account = (email: string, i: number) => ({
    id: `crash-${1000 + i}`,
    password: PASSWORD,
    email: { address: email },
    phone: `+82 10-9000-${1000 + i}`,
    nickname: email,
    birthyear: '1990',
  });
  world.accounts.push(...people.map(({ email }, i) => ({ key: null, ...account(email, i) })));
  writeFileSync(file, JSON.stringify(world));
}

/** Signs in, agrees to all, redeems the code, asks who it is. `step` is called after each answer. */
export async function signUp(facts: Facts, person: Person, step: () => void = () => undefined): Promise<{ seen: string[] }> {
  const visitor = new Visitor(facts.url);
  const seen: string[] = [];
  let page = await visitor.authorize({ client_id: facts.apps[0]!.clientId, redirect_uri: CALLBACK });
  while (page.url.origin === facts.url) {
    mustBeAvailable(page.status, page.url.pathname);
    step();
    const name = page.url.pathname.split('/')[2]!;
    assert.ok(['login', 'consent'].includes(name) && !seen.includes(name), page.html);
    seen.push(name);
    page = await visitor.submit(page, name === 'login' ? { loginId: person.email, password: PASSWORD } : agreement(page, 'all'));
  }
  mustBeAvailable(page.query.error === 'server_error' ? 500 : page.status, 'the redirect');
  person.code = page.query.code!;
  step();
  person.isRedeeming = true;
  person.tokens = (await redeem(facts, person.code))!;
  step();
  person.number = await numberOf(facts, person.tokens.access_token);
  step();
  return { seen };
}

/**
 * The user number of a person after a restart, once all that was acknowledged has been found: the tokens work, the code is
 * redeemable, the number is the same, terms and channel are there. Undefined for a person who was told nothing and of
 * whom nothing is there; a person who is there at all is there wholly.
 */
export async function findWhole(facts: Facts, person: Person): Promise<string | undefined> {
  const told = { ...person };
  person.isRedeeming = person.code !== undefined;
  let tokens = told.tokens ?? (told.code && (await redeem(facts, told.code, told.isRedeeming)));
  if (!tokens) {
    const { seen } = await signUp(facts, person);
    if (!told.code && seen.includes('consent')) return undefined;
    assert.deepEqual(seen, ['login'], `${person.email} was signed up and is asked again`);
    tokens = person.tokens!;
  }
  const { access_token: token, refresh_token: refreshToken } = tokens;
  await ask(facts, { grant_type: 'refresh_token', refresh_token: refreshToken }, []);
  const number = await numberOf(facts, token);
  assert.equal(number, told.number ?? number, `${person.email} has another number`);
  const { service_terms: terms } = await call<{ service_terms: { tag: string; agreed: boolean }[] }>(
    facts,
    '/v2/user/service_terms',
    token,
  );
  assert.deepEqual(
    terms.filter(({ agreed }) => agreed).map(({ tag }) => tag),
    TERMS,
    person.email,
  );
  const { channels } = await call<{ channels: { relation: string }[] }>(facts, '/v2/api/talk/channels', token);
  assert.deepEqual(
    channels.map(({ relation }) => relation),
    ['ADDED'],
    person.email,
  );
  return number;
}

/** The tokens for a code; undefined for one that is spent, where that may be. */
function redeem(facts: Facts, code: string, maySpent = false): Promise<Tokens | undefined> {
  return ask(facts, { grant_type: 'authorization_code', redirect_uri: CALLBACK, code }, maySpent ? ['KOE320'] : []);
}

/** What the token endpoint answers; undefined for a refusal of these. */
async function ask({ url, apps }: Facts, fields: Record<string, string>, refusals: readonly string[]): Promise<Tokens | undefined> {
  const { clientId, clientSecret } = apps[0]!;
  const body = new URLSearchParams({ client_id: clientId, client_secret: clientSecret!, ...fields });
  const response = await fetch(`${url}/oauth/token`, { method: 'POST', body });
  mustBeAvailable(response.status, '/oauth/token');
  const answer = (await response.json()) as Tokens & { error_code?: string };
  if (answer.access_token) return answer;
  assert.ok(refusals.includes(String(answer.error_code)), `${JSON.stringify(answer)} to ${body}`);
  return undefined;
}

async function numberOf(facts: Facts, token: string): Promise<string> {
  return String((await call<{ id: number }>(facts, '/v2/user/me', token)).id);
}

async function call<T>({ url }: Facts, path: string, token: string): Promise<T> {
  const response = await fetch(url + path, { headers: { Authorization: `Bearer ${token}` } });
  mustBeAvailable(response.status, path);
  const answer = (await response.json()) as T & { code?: number };
  // Kakao's own word for "try again" is a 400.
  mustBeAvailable(answer.code === -1 ? 500 : response.status, path);
  assert.equal(response.status, 200, path);
  return answer;
}

/** Throws Unavailable. */
function mustBeAvailable(status: number, path: string): void {
  if (status >= 500) throw new Unavailable(`${path} answered ${status}`);
}
