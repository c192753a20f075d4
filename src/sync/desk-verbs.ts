/** The verbs of the desk (고객센터), each one unit of work. `note` is what it was asked for. */
import type { Review } from '../reviews/index.ts';
import type { DeskEntry } from '../store/index.ts';
import type { TermChange } from '../terms/index.ts';
import type { SyncDeps } from './deps.ts';
import { type Asker, deskLog, disconnect, reorderTerms } from './desk.ts';
import { addTerm, changeTerm, type NewTerm } from './desk-terms.ts';

export function deskVerbs(deps: SyncDeps) {
  const { store } = deps;
  return {
    /** See desk.ts and desk-terms.ts for what each refuses. */
    disconnect: (by: Asker, appId: string, channelId: string, note = ''): Promise<void> =>
      store.write((tx) => disconnect(deps, tx, by, appId, channelId, note)),
    reorderTerms: (by: Asker, appId: string, tags: readonly string[], note = ''): Promise<void> =>
      store.write((tx) => reorderTerms(deps, tx, by, appId, tags, note)),
    addTerm: (by: Asker, appId: string, term: NewTerm, note = ''): Promise<Review> =>
      store.write((tx) => addTerm(deps, tx, by, appId, term, note)),
    changeTerm: (by: Asker, appId: string, tag: string, to: TermChange, note = ''): Promise<Review> =>
      store.write((tx) => changeTerm(deps, tx, by, appId, tag, to, note)),

    /** What it did to an app, or to any, newest first. */
    deskLog: (appId?: string): Promise<DeskEntry[]> => deskLog(store, appId),
  };
}
