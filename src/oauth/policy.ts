/** When the person is asked for something: account sign-up, account choice, login, consent. Source: kakao-api 1.2, 1.4. */
import { interactionPolicy } from './oidc/index.ts';
import type { House } from '../house.ts';
import { FLOW_PARAM, meetFault, REDIRECTED } from './asked-for.ts';
import { checkMayLogIn } from './test-app.ts';

const { Check, Prompt } = interactionPolicy;

/** In the order in which they are asked. The provider draws nothing: each prompt has its own page of ours. */
export function promptPolicy(house: House): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy.clear();
  policy.add(new Prompt({ name: 'create', requestable: true }, askedFor));
  policy.add(new Prompt({ name: 'select_account', requestable: true }));
  policy.add(new Prompt({ name: 'login', requestable: true }, noSession));
  policy.add(new Prompt({ name: 'consent' }, stranger(house), notAgreed));
  return policy;
}

/** Throws the fault that this request has met, for the provider to take it back to the partner. */
const askedFor = new Check('asked_for', 'a fault was asked for.', 'server_error', (ctx) => {
  if (ctx.state.askedFor) throw ctx.state.askedFor as Error;
  return Check.NO_NEED_TO_PROMPT;
});

/** Nobody is signed in, or somebody whose account is gone. */
const noSession = new Check('no_session', REDIRECTED.login_required, 'login_required', (ctx) => !ctx.oidc.account);

/** Asks for nothing, and ends the request of a person who may not log in, or has a fault of their own, once it is known who that is. Throws Koe. */
const stranger = (house: House) =>
  new Check('stranger', 'user may not log in.', 'access_denied', async (ctx) => {
    const { client: asking, account, params } = ctx.oidc;
    const client = await house.apps.byKey(asking!.clientId);
    const { accountId } = account!;
    if (client) await checkMayLogIn(house, client.app, accountId);
    const flow = params?.[FLOW_PARAM] as string | undefined;
    const sent = { ...params, scope: params?.kakao_scope };
    await meetFault(house, ctx, '/oauth/authorize', sent, { appId: client?.app.id, accountId, isKnownNow: true, ...(flow && { flow }) });
    return Check.NO_NEED_TO_PROMPT;
  });

/** A saved grant exists only when nothing is left to ask: see provider.ts. */
const notAgreed = new Check('not_agreed', REDIRECTED.consent_required, 'consent_required', (ctx) => !ctx.oidc.entities.Grant?.jti);
