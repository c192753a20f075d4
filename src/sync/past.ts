/** What an app asked for when one of its applications was approved: what was granted by then, and nothing that came later. */
import { type App, consentItem, type ConfiguredItem } from '../apps/index.ts';
import type { Reader } from '../store/index.ts';
import type { SyncDeps } from './deps.ts';
import { approvedItems } from './items.ts';
import type { AsApproved } from './preview.ts';
import { approvedSignup } from './signup.ts';

/**
 * Items that need no review are as they are configured today, since nothing keeps what they were; simple signup is as if it were on.
 * Undefined for a review that is not the app's, or has not approved anything.
 */
export async function asOf(deps: SyncDeps, from: Reader, app: App, reviewId: string): Promise<AsApproved | undefined> {
  const applications = await from.find('applications', 'app', app.id);
  const decision = applications.some((each) => each.reviewId === reviewId) && (await deps.reviews.byId(reviewId, from))?.decision;
  if (!decision || decision.outcome !== 'approved') return undefined;
  const until = decision.decidedAt;
  return { app, items: await itemsBy(deps, from, app, until), simpleSignup: await approvedSignup(deps, app.id, from, until) };
}

/** In the order in which they are configured; what is configured no longer comes last. */
async function itemsBy(deps: SyncDeps, from: Reader, app: App, until: number): Promise<ConfiguredItem[]> {
  const granted = new Map((await approvedItems(deps, app.id, from, until)).map((item) => [item.id, item]));
  const items: ConfiguredItem[] = [];
  for (const item of app.items) {
    const was = granted.get(item.id);
    granted.delete(item.id);
    if (was) items.push({ ...item, state: was.required ? 'required' : 'optional' });
    else if (!consentItem(item.id, app)?.needsReview) items.push(item);
  }
  for (const { id, required, application } of granted.values())
    items.push({ id, state: required ? 'required' : 'optional', purpose: application.reason });
  return items;
}
