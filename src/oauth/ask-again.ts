/**
 * The same authorize request once more, with another prompt: 변경 on the consent screen begins with the choice of an account,
 * 회원가입 on the login screen with a new one. Source: kakao-api 5.1, 5.3.
 */
import type { Context } from 'koa';
import type { Provider } from 'oidc-provider';
import type { House } from '../house.ts';
import { asSent } from './dialect/authorize-params.ts';
import { due } from './interaction.ts';

/**
 * A link `below` the page that is due. A request of its own, checked as the first one was; until somebody is signed in nothing
 * has changed, and who goes back is still asked. Throws InteractionLost.
 */
export function askAgain(house: House, provider: Provider, below: string, prompt: 'select_account' | 'create') {
  return async (ctx: Context): Promise<void> => {
    const { interaction } = await due(house, provider, ctx, below);
    ctx.redirect(`/oauth/authorize?${asSent(interaction.params, prompt)}`);
    ctx.status = 303;
  };
}
