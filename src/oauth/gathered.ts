/**
 * What the provider writes while it answers a request: the end of one step of a login, the session, a code or tokens. It lands in one
 * unit of work before the answer goes, whole or not at all, where the provider would write it row by row.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Middleware } from 'koa';
import type { House } from '../house.ts';
import type { Artifact, Tx } from '../store/index.ts';
import { InteractionLost } from './interaction-lost.ts';

/** By id, null for a row that goes. */
type Drafts = Map<string, Artifact | null>;

const gathering = new AsyncLocalStorage<Drafts>();

/** Middleware around the provider. */
export function gather(house: House): Middleware {
  return (_ctx, next) =>
    gathering.run(new Map(), async () => {
      await next();
      await landGathered(house);
    });
}

/** Puts a row, or removes it: with all else of the request that is answered, or at once where none is. */
export async function keep(house: House, id: string, row: Artifact | null): Promise<void> {
  const drafts = gathering.getStore();
  if (drafts) drafts.set(id, row);
  else await write(house, new Map([[id, row]]));
}

/** What this request has put under an id, or null where it removed it; undefined where it did neither. */
export function draftOf(id: string): Artifact | null | undefined {
  return gathering.getStore()?.get(id);
}

/** Has what was gathered so far land, for what goes by more than ids. */
export async function landGathered(house: House): Promise<void> {
  const drafts = gathering.getStore();
  if (!drafts || drafts.size === 0) return;
  const rows = new Map(drafts);
  drafts.clear();
  await write(house, rows);
}

function write({ store, consent }: House, rows: Drafts): Promise<void> {
  return store.write(async (tx) => {
    for (const [id, row] of rows) {
      if (!row) await remove(tx, id);
      else tx.put('artifacts', row);
      if (row?.model === 'AccessToken') await consent.announceToken(tx, row, 'token-issued');
    }
  });
}

/** Throws InteractionLost: of two requests that go on from the same page, one does. */
async function remove(tx: Tx, id: string): Promise<void> {
  if (id.startsWith('Interaction:') && !(await tx.get('artifacts', id))) throw new InteractionLost('another tab went ahead');
  tx.remove('artifacts', id);
}
