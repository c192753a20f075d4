/** When the person is asked for something: account sign-up, account choice, login, consent. Source: kakao-api 1.2, 1.4. */
import { interactionPolicy } from 'oidc-provider';
import type { House } from '../house.ts';
import { checkMayLogIn } from './test-app.ts';

const { Check, Prompt } = interactionPolicy;

/** In the order in which they are asked. The provider draws nothing: each prompt has its own page of ours. */
export function promptPolicy(house: House): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy.clear();
  policy.add(new Prompt({ name: 'create', requestable: true }));
  policy.add(new Prompt({ name: 'select_account', requestable: true }));
  policy.add(new Prompt({ name: 'login', requestable: true }, noSession));
  policy.add(new Prompt({ name: 'consent' }, stranger(house), notAgreed));
  return policy;
}

/** Nobody is signed in, or somebody whose account is gone. */
const noSession = new Check('no_session', 'user authentication required.', 'login_required', (ctx) => !ctx.oidc.account);

/** Asks for nothing, and ends the request of a person who may not log in, once it is known who that is. Throws KOE005, KOE125. */
const stranger = (house: House) =>
  new Check('stranger', 'user may not log in.', 'access_denied', async ({ oidc }) => {
    const client = await house.apps.byKey(oidc.client!.clientId);
    if (client) await checkMayLogIn(house, client.app, oidc.account!.accountId);
    return Check.NO_NEED_TO_PROMPT;
  });

/** A saved grant exists only when nothing is left to ask: see provider.ts. */
const notAgreed = new Check('not_agreed', 'user consent required.', 'consent_required', (ctx) => !ctx.oidc.entities.Grant?.jti);
