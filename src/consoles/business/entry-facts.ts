/** An application as it was handed in, and what came of it, as facts. */
import type { Context } from 'koa';
import type { App } from '../../apps/index.ts';
import type { House } from '../../house.ts';
import type { Application, ApplicationEntry } from '../../sync/index.ts';
import { reading } from '../../web/language.ts';
import { momentOf } from '../../web/moment.ts';
import { type Fact, fact, type Value } from '../kit/parts.ts';
import { itemName } from './item-name.ts';
import { pathsOf } from './page.ts';
import { partRefused } from './standing.ts';

export async function entryFacts(house: House, ctx: Context, app: App, entry: ApplicationEntry): Promise<Fact[]> {
  const { t, language } = reading(ctx);
  const { decision, submittedAt, submittedBy } = entry.review;
  const by = await house.accounts.byId(submittedBy);
  const facts = [
    fact(t('result.submittedAt'), { kind: 'time', time: momentOf(submittedAt) }),
    fact(t('result.submittedBy'), by?.nickname ?? submittedBy),
  ];
  if (decision) facts.push(fact(t('result.decidedAt'), { kind: 'time', time: momentOf(decision.decidedAt) }));
  if (decision?.reason) facts.push(fact(t('result.reason'), decision.reason));
  if (decision && decision.leftOut.length > 0) {
    const lines = decision.leftOut.map(({ part, reason }) => `${partRefused(t, language, entry, part)} ${reason}`);
    facts.push(fact(t('result.leftOut'), ...lines));
  }
  return [...facts, ...(await handedIn(house, ctx, app, entry.application))];
}

async function handedIn(house: House, ctx: Context, app: App, application: Application): Promise<Fact[]> {
  const { t, language } = reading(ctx);
  const condition = (required: boolean): string => t(required ? 'result.required' : 'result.optional');
  if (application.kind === 'terms') {
    const words = application.terms.map(({ title, required, tag, url }) => `${title[language]} (${condition(required)}, ${tag})\n${url}`);
    const facts = [fact(t('result.terms'), ...words)];
    if (application.ageCheck) facts.push(fact(t('result.age'), condition(true)));
    return [
      ...facts,
      ...(await evidenceFacts(
        house,
        ctx,
        app,
        application.terms.map(({ evidence }) => evidence),
      )),
    ];
  }
  const facts = [fact(t('result.items'), ...application.items.map(({ id, required }) => `${itemName(t, id)} (${condition(required)})`))];
  if (application.reason) facts.push(fact(t('result.why'), application.reason));
  if (application.privacyUrl) facts.push(fact(t('apply.items.privacyUrl'), application.privacyUrl));
  return [...facts, ...(await evidenceFacts(house, ctx, app, [application.evidence]))];
}

/** None for what was planted by a seed. */
async function evidenceFacts({ documents }: House, ctx: Context, app: App, ids: readonly (string | null)[]): Promise<Fact[]> {
  const { t } = reading(ctx);
  const found = await Promise.all(ids.filter((id) => id !== null).map((id) => documents.byId(id)));
  const links = found
    .filter((document) => document !== undefined)
    .map(({ id, name }): Value => ({ kind: 'link', text: name, href: pathsOf(app).document(id) }));
  return links.length > 0 ? [fact(t('result.evidence'), ...links)] : [];
}
