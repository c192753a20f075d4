/** What Kakao's dialect is spoken over: sessions, interactions, codes and tokens in this house's store, its people, its pages. Consent and claims are ours. */
import type { Configuration } from 'oidc-provider';
import { SECOND } from '../clock.ts';
import type { House } from '../house.ts';
import { cookieKeys } from '../web/cookie-keys.ts';
import { accountFinder } from './account.ts';
import { adapterOf } from './adapter.ts';
import { EXTRA_PARAMS } from './dialect/authorize-params.ts';
import { showLoginError } from './error-page.ts';
import { grantFor, SCOPE } from './grant.ts';
import { PAGES } from './interaction.ts';
import * as lifetimes from './lifetimes.ts';
import { promptPolicy } from './policy.ts';

export function configurationOf(house: House): Configuration {
  const machineSeconds = () => house.clock.seconds() - Math.round(house.clock.offsetHere() / SECOND);
  return {
    adapter: adapterOf(house),
    jwks: { keys: [house.secrets.signingKey] },
    cookies: {
      keys: cookieKeys(house.secrets.cookieKeys) as unknown as string[],
      names: { session: 'kakao_sync_session', interaction: 'kakao_sync_interaction' },
      long: { httpOnly: true, sameSite: 'lax', signed: true },
      short: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    routes: {
      authorization: '/oauth/authorize',
      token: '/oauth/token',
      jwks: '/oauth/provider/jwks',
      end_session: '/oauth/provider/logout',
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      dPoP: { enabled: false },
    },
    scopes: ['openid', SCOPE],
    claims: { openid: ['sub'] },
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_post', 'none'],
    clientBasedCORS: () => false,
    allowOmittingSingleRegisteredRedirectUri: false,
    pkce: { required: () => false },
    extraParams: EXTRA_PARAMS,
    expiresWithSession: () => false,
    issueRefreshToken: () => true,
    rotateRefreshToken: (ctx) => (ctx.oidc.entities.RefreshToken?.remainingTTL ?? 0) < lifetimes.REFRESH_RENEWAL,
    formats: { bitsOfOpaqueRandomness: 384 },
    ttl: {
      AccessToken: (ctx) => lifetimes.ACCESS_TOKEN[ctx.state.keyType as keyof typeof lifetimes.ACCESS_TOKEN],
      AuthorizationCode: lifetimes.AUTHORIZATION_CODE,
      Grant: lifetimes.GRANT,
      IdToken: lifetimes.ACCESS_TOKEN.rest,
      Interaction: lifetimes.INTERACTION,
      RefreshToken: lifetimes.REFRESH_TOKEN,
      Session: (_ctx, session) => {
        const length = session.transient ? lifetimes.SESSION : lifetimes.SESSION_KEPT;
        const age = machineSeconds() - (session.loginTs ?? machineSeconds());
        return Math.max(1, length - age);
      },
    },
    interactions: {
      policy: promptPolicy(house),
      url: (_ctx, { uid, prompt }) => `${PAGES[prompt.name]}/${uid}`,
    },
    findAccount: accountFinder(house),
    loadExistingGrant: (ctx) => grantFor(house, ctx.oidc.provider, ctx),
    renderError: showLoginError(house),
  };
}
