/** `GET /_sim/reviews/:id`: one review: claims beside evidence, checks, and the decision or the ways to make it. */
import type { Context } from 'koa';
import type { House } from '../../../house.ts';
import type { Inspection } from '../../../inspections/index.ts';
import { reading } from '../../../web/language.ts';
import { momentOf } from '../../../web/moment.ts';
import { screen } from '../../../web/screens.ts';
import { freshDraft } from '../../kit/draft.ts';
import { type Form, formOf } from '../../kit/form.ts';
import { button, type Fact, fact } from '../../kit/parts.ts';
import { type Head, head } from '../head.ts';
import { type Exhibit, exhibitsOf } from './exhibits.ts';
import { type DecisionForms, decisionForms, type Returned } from './forms.ts';
import { decidedBy, partNames, pathOf, standingBadge, submitterOf } from './words.ts';

interface ReviewScreen {
  head: Head;
  /** A decision was to be made that was made before. */
  tooLate: string | null;
  facts: Fact[];
  exhibits: Exhibit[];
  /** Null where there is no address to ask. */
  urls: { form: Form; says: string } | null;
  decision: Fact[] | null;
  forms: DecisionForms | null;
}

const reviewPage = screen<ReviewScreen>('operator/review');

export function showReview(house: House) {
  return async (ctx: Context): Promise<void> => drawReview(house, ctx);
}

/** Throws UnknownReview. */
export async function drawReview(house: House, ctx: Context, returned?: Returned, status = 200, tooLate = false): Promise<void> {
  const { t } = reading(ctx);
  const inspection = await house.inspections.of(String(ctx.params.id));
  const { review } = inspection;
  const name = await house.inspections.nameOf(review);
  const kind = t(`review.kind.${review.kind}`);
  await reviewPage(
    ctx,
    {
      head: head(ctx, {
        heading: t('review.heading', { name, kind }),
        badge: standingBadge(t, review),
        trail: [{ href: '/_sim/reviews', word: t('reviews.title') }],
      }),
      tooLate: tooLate ? t('review.tooLate') : null,
      facts: await factsOf(house, ctx, inspection),
      exhibits: exhibitsOf(ctx, inspection),
      urls: urlsOf(house, ctx, inspection),
      decision: review.decision && (await decisionOf(house, ctx, inspection)),
      forms: review.decision ? null : await decisionForms(house, ctx, inspection, returned),
    },
    status,
  );
}

async function factsOf(house: House, ctx: Context, { review, app, channel }: Inspection): Promise<Fact[]> {
  const { t } = reading(ctx);
  const { submittedAt, dueAt, decision } = review;
  return [
    ...(app ? [fact(t('review.app'), { kind: 'link', text: `${app.name} (${app.id})`, href: `/developers/apps/${app.id}` })] : []),
    ...(channel ? [fact(t('review.profile'), `${channel.name} (${channel.id})`)] : []),
    fact(t('review.by'), await submitterOf(house, t, review)),
    fact(t('review.at'), { kind: 'time', time: momentOf(submittedAt) }),
    ...(decision ? [] : [fact(t('reviews.due'), dueAt === null ? t('reviews.byHand') : { kind: 'time', time: momentOf(dueAt) })]),
  ];
}

function urlsOf(house: House, ctx: Context, { review, urls, addresses }: Inspection): ReviewScreen['urls'] {
  const { t } = reading(ctx);
  if (addresses.length === 0) return null;
  const actions = [button(t('review.checkUrls'), 'plain', { testid: 'check-urls' })];
  return {
    form: formOf(ctx, freshDraft(house, ctx), { action: `${pathOf(review)}/url-checks`, actions }),
    says: urls ? t('review.urlsAsked', { at: momentOf(urls.checkedAt).text }) : t('review.urlsNotAsked'),
  };
}

async function decisionOf(house: House, ctx: Context, { review }: Inspection): Promise<Fact[]> {
  const { t } = reading(ctx);
  const { reason, leftOut, decidedAt } = review.decision!;
  const names = await partNames(house, reading(ctx), review);
  return [
    fact(t('review.decision'), { kind: 'badge', badge: standingBadge(t, review) }),
    ...(reason ? [fact(t('review.reason'), reason)] : []),
    ...leftOut.map((each) => fact(t('review.leftOut', { part: names.get(each.part) ?? each.part }), each.reason)),
    fact(t('review.decidedBy'), decidedBy(t, review)),
    fact(t('review.decidedAt'), { kind: 'time', time: momentOf(decidedAt) }),
  ];
}
