/**
 * What an access token opens, and how tokens end. The rows are the login's own (see oauth/adapter.ts); here they are
 * only read and removed, so that a withdrawn consent and its tokens end in one unit of work.
 */
import { RuleBroken } from '../rule.ts';
import type { App, AppKey, Artifact, Link, Reader, Tx } from '../store/index.ts';
import type { ConsentDeps } from './deps.ts';
import { findLink, isUser } from './linked.ts';

/** No such access token: never issued, revoked, swept away, or its person unlinked. */
export class TokenUnknown extends RuleBroken {
  readonly code = 'token_unknown';
}

/** The access token was valid once. Known only until the store sweeps its row. */
export class TokenExpired extends RuleBroken {
  readonly code = 'token_expired';
}

/** The app has removed the key that the access token was issued to. `details.key`. */
export class KeyDeactivated extends RuleBroken {
  readonly code = 'key_deactivated';
  constructor(key: string) {
    super(`no app has the key ${key} any longer`, { key });
  }
}

/** A valid access token: whose, for which app, through which key, until when (house time). */
export interface Bearer {
  app: App;
  key: AppKey;
  link: Link;
  expiresAt: number;
  grantId: string;
}

/** What this access token opens, or undefined: unknown, expired, revoked, or its person unlinked. */
export async function findBearer(deps: ConsentDeps, accessToken: string): Promise<Bearer | undefined> {
  const { store, clock, apps } = deps;
  const token = await store.get('artifacts', `AccessToken:${accessToken}`);
  if (!token?.clientId || !token.accountId || !token.grantId || token.expiresAt <= clock.now()) return undefined;
  const client = await apps.byKey(token.clientId);
  if (!client) return undefined;
  const link = await findLink(deps, `${client.app.id}:${token.accountId}`);
  if (!isUser(link)) return undefined;
  return { ...client, link, expiresAt: token.expiresAt, grantId: token.grantId };
}

/** What this access token opens. Throws TokenUnknown, TokenExpired, KeyDeactivated. */
export async function authenticate(deps: ConsentDeps, accessToken: string): Promise<Bearer> {
  const bearer = await findBearer(deps, accessToken);
  if (bearer) return bearer;
  const token = await deps.store.get('artifacts', `AccessToken:${accessToken}`);
  if (token && token.expiresAt <= deps.clock.now()) throw new TokenExpired('the access token is expired');
  if (token?.clientId && !(await deps.apps.byKey(token.clientId))) throw new KeyDeactivated(token.clientId);
  throw new TokenUnknown('no such access token');
}

/** Removes an access token with its refresh token: all that came from one login. Whether there was a token to end. */
export async function revokeGrant(tx: Tx, grantId: string): Promise<boolean> {
  const ended = removeAll(tx, await tx.find('artifacts', 'grant', grantId));
  tx.remove('artifacts', `Grant:${grantId}`);
  return ended;
}

/** Removes every grant, code and token of a person in an app, under all of the app's keys. Whether there was a token to end. */
export async function revokeAll(tx: Tx, app: App, accountId: string): Promise<boolean> {
  const ended: boolean[] = [];
  for (const { key } of app.keys) ended.push(removeAll(tx, await tokensOf(tx, key, accountId)));
  return ended.includes(true);
}

function tokensOf(from: Reader, clientId: string, accountId: string): Promise<Artifact[]> {
  return from.find('artifacts', 'user', `${clientId}:${accountId}`);
}

function removeAll(tx: Tx, artifacts: readonly Artifact[]): boolean {
  for (const { id } of artifacts) tx.remove('artifacts', id);
  return artifacts.some(({ model }) => model === 'AccessToken' || model === 'RefreshToken');
}
