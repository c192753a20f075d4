/** Where each row of a consent screen comes from: which application asked for it, who handed that in, and when it was approved. */
import { type App, consentItem } from '../apps/index.ts';
import { type Application, type Reader, type Review, type Term } from '../store/index.ts';
import type { SyncDeps } from './deps.ts';
import { applicationHistory } from './standing.ts';

/** Where the contents of a screen come from: as it is now, the draft, or the review that approved it. */
export type Source = { from: 'live' } | { from: 'draft' } | { from: 'approval'; reviewId: string };

/**
 * `application`: approved by that review. `draft`: still being written. `settings`: switched on without a review.
 * `connection`: a profile that was linked. `example`: made for a state of the gallery, the app has no such thing.
 */
export type Origin =
  | { from: 'application'; review: Review }
  | { from: 'draft'; editedBy: string; editedAt: number }
  | { from: 'settings' }
  | { from: 'connection'; connectedAt: number }
  | { from: 'example' };

const EXAMPLE: Origin = { from: 'example' };

export type Origins = Awaited<ReturnType<typeof originsOf>>;

/** Of rows that are drawn from this source. */
export async function originsOf(deps: SyncDeps, from: Reader, app: App, source: Source) {
  const approved = await approvals(deps, from, app.id, source);
  const draft = source.from === 'draft' ? await from.get('drafts', app.id) : undefined;
  const drafted: Origin | undefined = draft && { from: 'draft', editedBy: draft.editedBy, editedAt: draft.editedAt };
  const granted = (fits: (application: Application) => boolean): Origin => {
    const entry = approved.find(({ application }) => fits(application));
    return entry ? { from: 'application', review: entry.review } : EXAMPLE;
  };

  return {
    item(id: string): Origin {
      if (drafted && draft?.content.kinds.includes('items') && draft.content.items.some((item) => item.id === id)) return drafted;
      if (!consentItem(id, app)?.needsReview) return { from: 'settings' };
      return granted(({ items, reviewId }) => items.some((item) => item.id === id) && grants(approved, reviewId, id));
    },

    async term({ id, tag, reviewId }: Term): Promise<Origin> {
      // What no review knows is in the draft.
      if (reviewId === '') return drafted ?? EXAMPLE;
      if (!(await from.get('terms', id))) return EXAMPLE;
      return granted((application) => application.reviewId === reviewId && grants(approved, reviewId, tag));
    },

    ageCheck(): Origin {
      const since = approved.toReversed().find(({ application }) => application.ageCheck);
      if (since) return { from: 'application', review: since.review };
      return (draft?.content.ageCheck && drafted) || EXAMPLE;
    },

    async channel(channelId: string): Promise<Origin> {
      const connection = await from.get('connections', `${app.id}:${channelId}`);
      return connection ? { from: 'connection', connectedAt: connection.connectedAt } : EXAMPLE;
    },
  };
}

type Entry = Awaited<ReturnType<typeof applicationHistory>>[number];

/** What was approved, newest first; of a past approval what was approved by then. */
async function approvals(deps: SyncDeps, from: Reader, appId: string, source: Source): Promise<Entry[]> {
  const approved = (await applicationHistory(deps, appId, from)).filter(({ review }) => review.decision?.outcome === 'approved');
  const until = source.from === 'approval' ? approved.find(({ review }) => review.id === source.reviewId)?.review.decision : undefined;
  return approved.filter(({ review }) => review.decision!.decidedAt <= (until?.decidedAt ?? Infinity));
}

function grants(approved: readonly Entry[], reviewId: string, part: string): boolean {
  return approved.some(({ review }) => review.id === reviewId && !review.decision!.leftOut.some((each) => each.part === part));
}
