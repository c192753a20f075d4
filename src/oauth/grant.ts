/**
 * The provider's grant: there is one only when nothing is left to ask the person for. Each login gets a grant of its own,
 * so that a replayed code ends the tokens of that login and of no other.
 */
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { House } from '../house.ts';
import { consentRequestOf, lacksOpenid } from './dialect/authorize-params.ts';
import { mayLogIn } from './test-app.ts';

/** The scope of every grant; `openid` joins it when an ID token is due. Consent items are not the provider's business. */
export const SCOPE = 'kakao';

/** What consent.ts leaves in the interaction once the screen was answered. */
export interface ConsentResult {
  variant: 'first' | 'additional';
}

/** A saved grant for this authorize request, or undefined while the consent screen is due. */
export async function grantFor({ apps, accounts, consent, faults }: House, provider: Provider, { oidc }: KoaContextWithOIDC) {
  const { clientId } = oidc.client!;
  const client = await apps.byKey(clientId);
  const account = await accounts.byId(oidc.session!.accountId!);
  if (!client || !account || !oidc.params || !mayLogIn(client.app, account.id)) return undefined;

  const answered = oidc.result?.consent as ConsentResult | undefined;
  if (!answered && (await consent.question(client.app, account, consentRequestOf(oidc.params))).kind !== 'nothing') return undefined;
  const link = await consent.link(client.app.id, account.id);
  // Preregistered users (자동 연결 OFF) get their tokens too: the signup API wants one.
  if (!link || link.state === 'unlinked') return undefined;

  const grant = new provider.Grant({ accountId: account.id, clientId });
  const withoutIdToken = lacksOpenid(oidc.params) && answered?.variant !== 'first';
  grant.addOIDCScope(withoutIdToken ? SCOPE : `openid ${SCOPE}`);
  await grant.save();
  const { kakao_sync_flow: flow } = oidc.params;
  if (typeof flow === 'string') await faults.tag(grant.jti, flow);
  return grant;
}
