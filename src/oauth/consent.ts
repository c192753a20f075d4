/** The consent screen: drawn from the question, answered once, never trusted. */
import type { Context } from 'koa';
import type { Provider } from 'oidc-provider';
import { z } from 'zod';
import type { Account } from '../accounts/index.ts';
import {
  type Answer,
  type Ask,
  ask,
  type ConsentRequest,
  NotOffered,
  RequiredDeclined,
  type Situation,
  UnderAge,
} from '../consent/index.ts';
import type { House } from '../house.ts';
import { form } from '../web/forms.ts';
import { isInspected } from '../web/inspect.ts';
import { tell } from '../web/tell.ts';
import { consentScreen, drawConsent, shownOn } from './consent-screen.ts';
import { REDIRECTED } from './asked-for.ts';
import { consentRequestOf } from './dialect/authorize-params.ts';
import type { ConsentResult } from './grant.ts';
import { answerByHint } from './hinted.ts';
import { layOpen } from './inspection/index.ts';
import { goOn } from './go-on.ts';
import { checkSamePerson, type Due, due } from './interaction.ts';
import { InteractionLost } from './interaction-lost.ts';
import { Koe } from './koe.ts';
import { showUnderAge } from './notices.ts';
import { keepKoe } from './refused.ts';
import { checkMayLogIn } from './test-app.ts';
import { answerOf, optionalRows, tickFields, ticksOf } from './ticks.ts';

const consentForm = tickFields.extend({ decision: z.enum(['agree', 'cancel']).default('agree') });

/** `GET /oauth/consent/:uid`; `?inspect=on` lays the screen open. */
export function showConsent(house: House, provider: Provider) {
  return async (ctx: Context): Promise<void> => {
    const current = await due(house, provider, ctx);
    const account = await whoAnswers(house, provider, ctx, current);
    const stands = await standing(house, current, account);
    const answer = stands.asked.kind === 'question' ? answerByHint(current, account, stands.asked.question) : undefined;
    if (answer) return take(house, provider, ctx, current, account, answer);
    await draw(house, provider, ctx, current, account, ticksOf(ctx), stands);
  };
}

/** `POST /oauth/consent/:uid`: 303 onwards; 422 with the page, its ticks and what is missing; an error page for a forged form. */
export function submitConsent(house: House, provider: Provider) {
  return async (ctx: Context): Promise<void> => {
    const current = await due(house, provider, ctx);
    const sent = form(ctx, consentForm);
    if (sent.decision === 'cancel')
      return goOn(house, provider, ctx, current.interaction, { error: 'access_denied', error_description: REDIRECTED.access_denied });

    await take(house, provider, ctx, current, await whoAnswers(house, provider, ctx, current), answerOf(sent));
  };
}

async function take(house: House, provider: Provider, ctx: Context, current: Due, account: Account, answer: Answer): Promise<void> {
  const { app } = current.client;
  let asked: Ask;
  try {
    asked = await house.consent.answer(app, account, consentRequestOf(current.interaction.params), answer, shownOn(ctx, app));
  } catch (error) {
    if (error instanceof RequiredDeclined) {
      const koe = new Koe('KOE203', { missing: error.missing });
      await keepKoe(house, ctx, koe);
      return draw(house, provider, ctx, current, account, answer, await standing(house, current, account), koe);
    }
    if (error instanceof UnderAge) return showUnderAge(ctx, app);
    if (error instanceof NotOffered) throw new Koe('KOE001', { got: error.details.id ?? error.details.row, expected: 'a row shown' });
    throw error;
  }
  tell(ctx, { ticked: [...answer.items, ...answer.terms, ...answer.channels] });
  await goOn(house, provider, ctx, current.interaction, { consent: resultOf(asked) });
}

async function whoAnswers(house: House, provider: Provider, ctx: Context, { interaction, client }: Due): Promise<Account> {
  const account = await house.accounts.byId(await checkSamePerson(provider, ctx, interaction));
  if (!account) throw new InteractionLost('the account is gone');
  await checkMayLogIn(house, client.app, account.id);
  return account;
}

/** What the person is asked, and what that depends on. */
async function standing({ consent }: House, { client, interaction }: Due, account: Account): Promise<Standing> {
  const request = consentRequestOf(interaction.params);
  const situation = await consent.situation(client.app, account, request);
  return { request, situation, asked: ask(situation, request) };
}

interface Standing {
  request: ConsentRequest;
  situation: Situation;
  asked: Ask;
}

async function draw(
  house: House,
  provider: Provider,
  ctx: Context,
  current: Due,
  account: Account,
  ticked: Answer,
  { request, situation, asked }: Standing,
  refused?: Koe,
): Promise<void> {
  const { app } = current.client;
  if (asked.kind === 'refused') return showUnderAge(ctx, app);
  // Another tab was faster: nothing is left to ask.
  if (asked.kind === 'nothing') return goOn(house, provider, ctx, current.interaction, { consent: resultOf(asked) });
  tell(ctx, { accountId: account.id, optional: optionalRows(asked.question) });
  const inspected = { app, situation, request, question: asked.question, source: { from: 'live' }, ticked, at: house.clock.now() } as const;
  const laidOpen = isInspected(ctx) ? await layOpen(house, ctx, inspected, true) : null;
  const model = consentScreen(ctx, app, account, asked.question, ticked, (refused?.details.missing ?? []) as string[], laidOpen);
  await drawConsent(ctx, app, model, refused?.status);
}

function resultOf(asked: Ask): ConsentResult & Record<string, unknown> {
  return { variant: asked.kind === 'question' ? asked.question.variant : 'additional' };
}
