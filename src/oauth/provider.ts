/** oidc-provider as the engine below Kakao's dialect: its answers, its errors and its ID tokens are ours. */
import { Provider } from './oidc/index.ts';
import type { House } from '../house.ts';
import { configurationOf } from './configuration.ts';
import { KAKAO_MODE, kakaoRedirect } from './dialect/redirects.ts';
import { Koe } from './koe.ts';
import { issueKakaoIdTokens } from './id-token.ts';
import { handOver } from './hand-over.ts';
import { keepRedirect } from './refused.ts';

/** The provider of this house. `report` gets what nobody expected. */
export function createProvider(house: House, report: (error: unknown) => void): Provider {
  const provider = new Provider(house.addresses.kauth, configurationOf(house));

  if (house.url.startsWith('https:')) secureCookies(provider);
  provider.registerResponseMode(KAKAO_MODE, async (ctx, redirectUri, payload) => {
    await keepRedirect(house, ctx, payload).catch(report);
    await handOver(house, ctx, payload);
    kakaoRedirect(ctx, redirectUri, payload);
  });
  // Whoever asked for tokens throws it on. A Koe that a callback of ours throws is news to the provider, and an answer like any other to us.
  provider.on('server_error', (ctx, error: unknown) => {
    if (ctx.oidc.route === 'token') ctx.state.grantError = error;
    else if (!(error instanceof Koe)) report(error);
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
