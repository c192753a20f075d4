/** `GET /_sim/journeys/:id`: one login from its first request to its last. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { House } from '../../../house.ts';
import type { Journey } from '../../../journeys/index.ts';
import { query } from '../../../web/forms.ts';
import { reading } from '../../../web/language.ts';
import { momentOf } from '../../../web/moment.ts';
import { screen } from '../../../web/screens.ts';
import { type Action, type Fact, fact, link, type Value } from '../../kit/parts.ts';
import { type Head, head } from '../head.ts';
import type { Exhibits } from '../gallery/exhibits.ts';
import { exhibitsOf } from './exhibit.ts';
import { listPath } from './filters.ts';
import { maskOf } from './mask.ts';
import { type StepCard, stepCards } from './steps.ts';
import { type JourneyCard, journeyCard, pathTo } from './words.ts';

interface JourneyScreen {
  head: Head;
  facts: Fact[];
  steps: StepCard[];
  /** How many more there were, in words. */
  unkept: string | null;
  /** Where the same page is with or without its secrets. */
  secrets: { href: string; areShown: boolean };
  /** As HAR, as a script, beside another one. */
  exports: Action[];
}

const pageQuery = z.object({ show: z.literal('secrets').nullable().catch(null).default(null) });
const journeyPage = screen<JourneyScreen>('operator/journey');

/** Whether the secrets of a journey were asked for. */
export function wantsSecrets(ctx: Context): boolean {
  return query(ctx, pageQuery).show === 'secrets';
}

export function showJourney(house: House, exhibits: Exhibits) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const journey = await house.journeys.byId(String(ctx.params.id));
    if (!journey) return;
    const steps = await house.journeys.steps(journey.id);
    const card = await journeyCard(house, t, journey);
    const areShown = wantsSecrets(ctx);
    const more = journey.steps - steps.length;
    await journeyPage(ctx, {
      head: head(ctx, {
        heading: t('journeys.heading', { person: card.person, app: card.app }),
        badge: card.badge,
        trail: [{ href: '/_sim/journeys', word: t('journeys.title') }],
      }),
      facts: factsOf(ctx, journey, card),
      steps: await stepCards(house, t, journey, steps, maskOf(steps, areShown), await exhibitsOf(house, exhibits, journey, steps)),
      unkept: more > 0 ? t('journeys.unkept', { count: more }) : null,
      secrets: { href: areShown ? card.path : `${pathTo(journey.id)}?show=secrets`, areShown },
      exports: [...exportsOf(ctx, card, areShown), ...(await comparison(house, ctx, journey))],
    });
  };
}

function exportsOf(ctx: Context, { path }: JourneyCard, withSecrets: boolean): Action[] {
  const { t } = reading(ctx);
  const query = withSecrets ? '?show=secrets' : '';
  return [
    link(t('journeys.asHar'), `${path}.har${query}`, 'plain', { testid: 'journey-har' }),
    link(t('journeys.asScript'), `${path}.sh${query}`, 'plain', { testid: 'journey-script' }),
  ];
}

/** With the login of the same app before it. */
async function comparison({ journeys }: House, ctx: Context, { id, appId }: Journey): Promise<Action[]> {
  const [before] = appId ? await journeys.recent({ limit: 1, before: id }, { appId }) : [];
  const word = reading(ctx).t('compare.open');
  return before ? [link(word, `${pathTo(id)}/compare/${before.id}`, 'plain', { testid: 'journey-compare' })] : [];
}

function factsOf(ctx: Context, { appId, accountId, errors, lastAt }: Journey, card: JourneyCard): Fact[] {
  const { t } = reading(ctx);
  const linked = (text: string, href: string | null): Value => (href ? { kind: 'link', text, href } : { kind: 'none', text });
  return [
    fact(t('journeys.person'), linked(card.person, accountId && listPath({ person: accountId }))),
    fact(t('journeys.app'), linked(card.app, appId && listPath({ app: appId }))),
    ...(errors.length > 0 ? [fact(t('journeys.errors'), ...errors.map((error) => linked(error, listPath({ error }))))] : []),
    fact(t('journeys.startedAt'), { kind: 'time', time: card.at }),
    fact(t('journeys.lastAt'), { kind: 'time', time: momentOf(lastAt) }),
    fact(t('journeys.length'), `${card.steps} · ${card.took}`),
  ];
}
