/** What the gallery stages its states with: an app as it is, as its draft would have it, or as a past approval left it. */
import { itemOf } from '../apps/index.ts';
import type { Account, App } from '../store/index.ts';
import { DESK, type Source } from '../sync/index.ts';
import type { ConsentDeps } from './deps.ts';
import { offeredChannels } from './offered-channels.ts';
import type { Ground } from './states/index.ts';

/** Undefined for an approval that there is not. @param app as it is stored, or in another era or layout */
export async function groundOf(deps: ConsentDeps, app: App, account: Account, source: Source): Promise<Ground | undefined> {
  const contents = await contentsOf(deps, app, source);
  if (!contents) return undefined;
  const items = contents.items.filter(({ id }) => itemOf(app, id));
  const channels = await offeredChannels(deps, app, []);
  return { app, account, items, simpleSignup: contents.simpleSignup, channels, connected: await deps.sync.connectedChannels(app.id) };
}

async function contentsOf({ sync }: ConsentDeps, app: App, source: Source): Promise<Pick<Ground, 'items' | 'simpleSignup'> | undefined> {
  if (source.from === 'draft') return sync.asApproved(DESK, app.id);
  if (source.from === 'approval') return sync.asOf(app, source.reviewId);
  return { items: await sync.usableItems(app), simpleSignup: await sync.simpleSignup(app) };
}
