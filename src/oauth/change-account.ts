/** 변경 on the consent screen: the same authorize request once more, beginning with the choice of an account. Source: kakao-api 5.3. */
import type { Context } from 'koa';
import type { Provider } from 'oidc-provider';
import type { House } from '../house.ts';
import { asSent } from './dialect/authorize-params.ts';
import { due } from './interaction.ts';

/**
 * `GET /oauth/consent/:uid/account`. A request of its own, checked as the first one was; until somebody is chosen nothing has
 * changed, and who goes back is still asked. Throws InteractionLost.
 */
export function changeAccount(house: House, provider: Provider) {
  return async (ctx: Context): Promise<void> => {
    const { interaction } = await due(house, provider, ctx, '/account');
    ctx.redirect(`/oauth/authorize?${asSent(interaction.params, 'select_account')}`);
    ctx.status = 303;
  };
}
