/** Looking at what is not there now: the draft as if it were approved, a past approval, and where each row comes from. */
import type { App, ConfiguredItem } from '../apps/index.ts';
import type { SyncDeps } from './deps.ts';
import type { Asker } from './desk.ts';
import { type Origins, originsOf, type Source } from './origins.ts';
import { asOf } from './past.ts';
import { asApproved } from './preview.ts';
import { approvedSignup } from './signup.ts';

export function lookingVerbs(deps: SyncDeps, usableItems: (app: App) => Promise<ConfiguredItem[]>) {
  const { store } = deps;
  const approved = async (app: App) => ({ items: await usableItems(app), simpleSignup: await approvedSignup(deps, app.id, store) });
  return {
    /** The app as it would be if its draft were approved as it is; see preview.ts. */
    asApproved: (by: Asker, appId: string) => asApproved(deps, store, by, appId, approved),

    /** The app as one of its approvals left it; see past.ts. */
    asOf: (app: App, reviewId: string) => asOf(deps, store, app, reviewId),

    /** Where the rows of a screen come from; see origins.ts. */
    origins: (app: App, source: Source): Promise<Origins> => originsOf(deps, store, app, source),
  };
}
