/** Where in the gallery the very page hangs that a step of a login has shown, and the gallery itself where none is like it. */
import type { House } from '../../../house.ts';
import { type Journey, type JourneyStep, parameterOf } from '../../../journeys/index.ts';
import type { Language } from '../../../web/text/index.ts';
import { GALLERY, LIVE, OWN, pathOf } from '../gallery/axes.ts';
import type { Exhibits, Hanging } from '../gallery/exhibits.ts';

/** Parameters that make a state of the consent screen. */
const MAKING = ['scope', 'service_terms', 'channel_public_id'];

export type ExhibitOf = (step: JourneyStep) => string | null;

/** @param steps of the journey, from its authorize request on */
export async function exhibitsOf(house: House, exhibits: Exhibits, journey: Journey, steps: readonly JourneyStep[]): Promise<ExhibitOf> {
  const app = journey.appId ? await house.apps.byId(journey.appId) : undefined;
  if (!app) return () => null;
  const person = journey.accountId ? await house.accounts.byId(journey.accountId) : undefined;
  const account = person?.key ? person : (await house.accounts.personas())[0];
  const hangings = (account && (await exhibits.list({ app, account, source: { from: LIVE } }))) ?? [];
  const refusals = new Map<string, string>();
  for (const { refusalId } of steps) {
    const refusal = refusalId ? await house.refusals.byId(refusalId) : undefined;
    if (refusal) refusals.set(refusal.id, refusal.code);
  }
  return (step) => {
    if (!step.screen) return null;
    const id = stateOf(step, steps[0]!, journey, hangings, refusals.get(step.refusalId ?? ''));
    const state = hangings.find((each) => each.id === id && each.lacks.length === 0);
    const shown = { as: account?.key ?? '', from: LIVE, era: OWN, layout: OWN, in: languageOf(step) };
    return state ? pathOf(app.id, state.id, shown) : `${GALLERY}?${new URLSearchParams({ app: app.id })}`;
  };
}

function stateOf(
  { screen, status }: JourneyStep,
  first: JourneyStep,
  journey: Journey,
  hangings: readonly Hanging[],
  code: string | undefined,
): string | undefined {
  if (screen === 'oauth/login') return status === 401 ? 'login-wrong' : loginOf(first);
  if (screen === 'oauth/signup') return status === 422 ? 'signup-wrong' : 'signup';
  if (screen === 'oauth/logout') return 'logout';
  if (screen === 'oauth/notice') return status === 403 ? 'under-14' : 'expired';
  if (screen === 'oauth/error') return code?.toLowerCase();
  return status === 422 ? 'rows-missing' : hangings.find((state) => isAsked(state, first, journey))?.id;
}

function loginOf(first: JourneyStep): string {
  if (parameterOf(first, 'prompt') === 'select_account') return 'chooser';
  return parameterOf(first, 'login_hint') ? 'login-hint' : 'login';
}

/** Asked for by the same parameters, with the same optional rows. */
function isAsked({ params, optional }: Hanging, first: JourneyStep, { consent }: Journey): boolean {
  const words = (text: string | null | undefined) => (text ?? '').split(/[\s,]+/).filter((word) => word && word !== 'openid');
  const isSame = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((each) => b.includes(each));
  return (
    optional !== null &&
    consent !== null &&
    isSame(optional, consent.optional) &&
    MAKING.every((name) => isSame(words(params[name]), words(parameterOf(first, name))))
  );
}

function languageOf({ responseHeaders }: JourneyStep): Language {
  return responseHeaders['content-language'] === 'en' ? 'en' : 'ko';
}
