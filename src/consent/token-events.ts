/** Tokens that come and go, with what is told of it in the same unit of work. Source: kakao-api 2.7, 3.5. */
import type { App, Artifact, Link, Tx } from '../store/index.ts';
import { announceAccount } from './callbacks/account.ts';
import type { ConsentDeps } from './deps.ts';
import { findLink, isUser } from './linked.ts';
import { type Bearer, revokeAll, revokeGrant } from './tokens.ts';

/** Ends one access token together with its refresh token. */
export function endTokens(deps: ConsentDeps, { app, link, grantId }: Bearer): Promise<void> {
  return deps.store.write(async (tx) => {
    if (await revokeGrant(tx, grantId)) await announceAccount(deps, tx, app, link, [{ name: 'token-revoked' }]);
  });
}

/** Ends every token of a user in the app. */
export function endAllTokens(deps: ConsentDeps, app: App, link: Link): Promise<void> {
  return deps.store.write(async (tx) => {
    if (await revokeAll(tx, app, link.accountId)) await announceAccount(deps, tx, app, link, [{ name: 'tokens-revoked' }]);
  });
}

/** Tells of a token that the login wrote or removed in this unit of work, while its person is a user of the app. */
export async function announceToken(
  deps: ConsentDeps,
  tx: Tx,
  { clientId, accountId }: Pick<Artifact, 'clientId' | 'accountId'>,
  name: 'token-issued' | 'token-revoked',
): Promise<void> {
  const client = clientId ? await deps.apps.byKey(clientId, tx) : undefined;
  const link = client && accountId ? await findLink(deps, `${client.app.id}:${accountId}`, tx) : undefined;
  if (client && isUser(link)) await announceAccount(deps, tx, client.app, link, [{ name }]);
}
