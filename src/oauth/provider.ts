/** oidc-provider as the engine below Kakao's dialect: sessions, interactions, codes, tokens. Consent and claims are ours. */
import { Provider } from './oidc/index.ts';
import { SECOND } from '../clock.ts';
import type { House } from '../house.ts';
import { accountFinder } from './account.ts';
import { adapterOf } from './adapter.ts';
import { KAKAO_MODE, kakaoRedirect } from './dialect/redirects.ts';
import { EXTRA_PARAMS } from './dialect/authorize-params.ts';
import { showLoginError } from './error-page.ts';
import { PAGES } from './interaction.ts';
import { Koe } from './koe.ts';
import { grantFor, SCOPE } from './grant.ts';
import { issueKakaoIdTokens } from './id-token.ts';
import { handOver } from './hand-over.ts';
import * as lifetimes from './lifetimes.ts';
import { promptPolicy } from './policy.ts';
import { keepRedirect } from './refused.ts';

/** The provider of this house. `report` gets what nobody expected. */
export function createProvider(house: House, report: (error: unknown) => void): Provider {
  const machineSeconds = () => house.clock.seconds() - Math.round(house.clock.offset() / SECOND);

  const provider = new Provider(house.addresses.kauth, {
    adapter: adapterOf(house),
    jwks: { keys: [house.secrets.signingKey] },
    cookies: {
      keys: [...house.secrets.cookieKeys],
      names: { session: 'kakao_sync_session', interaction: 'kakao_sync_interaction', resume: 'kakao_sync_resume' },
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
    loadExistingGrant: (ctx) => grantFor(house, provider, ctx),
    renderError: showLoginError(house),
  });

  if (house.url.startsWith('https:')) secureCookies(provider);
  provider.registerResponseMode(KAKAO_MODE, async (ctx, redirectUri, payload) => {
    await keepRedirect(house, ctx, payload).catch(report);
    await handOver(house, ctx, payload);
    kakaoRedirect(ctx, redirectUri, payload);
  });
  // A Koe that a callback of ours throws is news to the provider, and an answer like any other to us.
  provider.on('server_error', (_ctx, error: unknown) => {
    if (!(error instanceof Koe)) report(error);
  });
  provider.on('grant.error', (ctx, error) => {
    ctx.state.grantError = error;
  });
  issueKakaoIdTokens(provider, house);
  return provider;
}

/** Sessions are written through contexts of the provider's own, which know nothing of the https before a proxy. */
function secureCookies(provider: Provider): void {
  const createContext = provider.createContext.bind(provider);
  provider.createContext = (...given) => {
    const ctx = createContext(...given);
    ctx.cookies.secure = true;
    return ctx;
  };
}
