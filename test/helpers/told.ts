/** What an app is told of its users: addresses for both webhooks, and what was written down for them. */
import assert from 'node:assert/strict';
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import type { Delivery } from '../../src/store/index.ts';
import type { House } from '../../src/house.ts';
import type { World } from './house.ts';

/** Gives the app addresses for both. Nothing is sent until the webhooks are started. */
export async function subscribe({ house }: { house: House }, app: string, url = 'http://127.0.0.1:9/hooks'): Promise<void> {
  await house.store.write(async (tx) => {
    await house.webhooks.register(tx, app, 'unlink', url);
    await house.webhooks.register(tx, app, 'account', url);
  });
}

/** The deliveries of an app that are about its users' accounts, oldest first. */
export async function told({ house }: { house: House }, app: string): Promise<Delivery[]> {
  const all = await house.store.find('deliveries', 'app', app);
  return all.filter(({ event }) => event === 'unlink' || event.startsWith('account.'));
}

/** The unlink webhooks of an app, each as its fields. */
export async function unlinksTold(world: { house: House }, app: string): Promise<Record<string, string>[]> {
  const unlinks = (await told(world, app)).filter(({ event }) => event === 'unlink');
  return unlinks.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
}

/** Names of the account events of an app, oldest first. */
export async function eventsTold(world: { house: House }, app: string): Promise<string[]> {
  return (await told(world, app)).filter(({ event }) => event !== 'unlink').map(({ event }) => event.replace('account.', ''));
}

/** What a token says, verified by jose with the keys that are published, as a partner would. */
export async function verified(world: World, app: string, token: string): Promise<JWTPayload> {
  const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', world.url));
  const { key: audience } = await world.key(app);
  const { payload } = await jwtVerify(token, keys, { issuer: world.url, audience, typ: 'secevent+jwt', algorithms: ['RS256'] });
  return payload;
}

/** The one event of a token: its key, the subject's number, and what else it tells. */
export function eventOf(payload: JWTPayload): { uri: string; sub: string; data: Record<string, unknown> } {
  const entries = Object.entries(payload['events'] as Record<string, { subject: { sub: string } }>);
  assert.equal(entries.length, 1, 'one event in a token');
  const [uri, { subject, ...data }] = entries[0]!;
  return { uri, sub: subject.sub, data };
}
