/** `GET /business/apps/:id/result`: 검수 완료 후 상태 확인: what came of each review, what is approved and locked, and the history. Source: guide, 신청 2단계. */
import type { Context } from 'koa';
import { type App, hasAppRole } from '../../apps/index.ts';
import type { House } from '../../house.ts';
import type { ApplicationEntry } from '../../sync/index.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import type { Frame } from '../kit/frame.ts';
import { type Action, type Badge, badge, type Empty, type Fact, link } from '../kit/parts.ts';
import { personOf } from '../kit/person.ts';
import { entryFacts } from './entry-facts.ts';
import { itemName } from './item-name.ts';
import { nameOf, pageFrame, pathsOf, syncTrail } from './page.ts';
import { refusals, statusOf } from './standing.ts';

interface ResultScreen {
  frame: Frame;
  /** Each review that was applied for: the newest application, and those before it. */
  reviews: { kind: string; title: string; newest: Entry; earlier: Entry[]; earlierWord: string }[];
  locked: { terms: Line[]; items: Line[] };
  actions: Action[];
  empty: Empty;
}

interface Entry {
  badge: Badge;
  /** What was turned down, in sentences. */
  says: string[];
  facts: Fact[];
}

interface Line {
  id: string;
  text: string;
  condition: string;
  actions: Action[];
}

const resultPage = screen<ResultScreen>('business/result');

export function showResult(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const app = await house.apps.asMember(String(ctx.params.id), personOf(ctx).id, 'member');
    const history = await house.sync.applications(app.id);
    const actions = actionsOf(ctx, app, history);
    await resultPage(ctx, {
      frame: await pageFrame(house, ctx, { heading: t('result.title'), lead: nameOf(app), trail: syncTrail(ctx) }, app),
      reviews: await reviewsOf(house, ctx, app, history),
      locked: await lockedOf(house, ctx, app),
      actions: history.length > 0 ? actions : [],
      empty: { title: t('result.none'), says: t('result.noneNext'), actions },
    });
  };
}

async function reviewsOf(house: House, ctx: Context, app: App, history: readonly ApplicationEntry[]): Promise<ResultScreen['reviews']> {
  const { t } = reading(ctx);
  const reviews: ResultScreen['reviews'] = [];
  for (const kind of ['terms', 'items'] as const) {
    const mine = history.filter(({ application }) => application.kind === kind);
    const [newest, ...earlier] = await Promise.all(mine.map((entry) => entryOf(house, ctx, app, entry)));
    if (newest)
      reviews.push({ kind, title: t(`apply.${kind}`), newest, earlier, earlierWord: t('result.history', { count: earlier.length }) });
  }
  return reviews;
}

async function entryOf(house: House, ctx: Context, app: App, entry: ApplicationEntry): Promise<Entry> {
  const { t, language } = reading(ctx);
  return { badge: badge(t, statusOf(entry)), says: refusals(t, language, entry), facts: await entryFacts(house, ctx, app, entry) };
}

/** What is approved; an item of it may become required. */
async function lockedOf(house: House, ctx: Context, app: App): Promise<ResultScreen['locked']> {
  const { t, language } = reading(ctx);
  const word = (required: boolean): string => t(required ? 'result.required' : 'result.optional');
  const isEditor = hasAppRole(app, personOf(ctx).id, 'editor');
  const terms = await house.terms.approved(app.id);
  const items = await house.sync.approvedItems(app.id);
  return {
    terms: terms.map(({ tag, title, required }) => ({ id: tag, text: title[language], condition: word(required), actions: [] })),
    items: items.map(({ id, required }) => {
      const text = itemName(t, id);
      const change = link(t('result.makeRequired'), pathsOf(app).condition(id), 'plain', { of: text, testid: `require-${id}` });
      return { id, text, condition: word(required), actions: isEditor && !required ? [change] : [] };
    }),
  };
}

/** For editors: whatever is not under review can be applied for again. */
function actionsOf(ctx: Context, app: App, history: readonly ApplicationEntry[]): Action[] {
  const { t } = reading(ctx);
  if (!hasAppRole(app, personOf(ctx).id, 'editor'))
    return [link(t('business.apply'), '', 'plain', { refusal: t('business.apply.noRole'), testid: 'again' })];
  const { application, settings } = pathsOf(app);
  const word = history.some((entry) => statusOf(entry) === 'rejected') ? t('result.again') : t('result.more');
  return [
    link(history.length === 0 ? t('business.apply') : word, application, 'primary', { testid: 'again' }),
    link(t('result.toSettings'), settings),
  ];
}
