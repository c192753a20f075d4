/** The provider's accounts: whoever has a Kakao account may sign in; codes and refresh tokens are good for users of the app alone. */
import type { AccountClaims, FindAccount } from 'oidc-provider';
import { isActive } from '../accounts/index.ts';
import { isUser } from '../consent/index.ts';
import type { House } from '../house.ts';

/** A preregistered user whose day is over is no user, before the sweep has ended their tokens, too. Source: kakao-api 2.9. */
export function accountFinder({ accounts, apps, consent }: House): FindAccount {
  return async (_ctx, accountId, token) => {
    const account = await accounts.byId(accountId);
    if (!account || !isActive(account)) return undefined;
    if (token?.clientId) {
      const client = await apps.byKey(token.clientId);
      if (!client || !isUser(await consent.link(client.app.id, accountId))) return undefined;
    }
    return { accountId, claims: (): AccountClaims => ({ sub: accountId }) };
  };
}
