/** What sync stands on. */
import type { Apps } from '../apps/index.ts';
import type { Businesses } from '../businesses/index.ts';
import type { Channels } from '../channels/index.ts';
import type { Clock } from '../clock.ts';
import type { Documents } from '../documents/index.ts';
import type { Reviews } from '../reviews/index.ts';
import type { Store } from '../store/index.ts';
import type { Terms } from '../terms/index.ts';

export interface SyncDeps {
  store: Store;
  clock: Clock;
  apps: Apps;
  businesses: Businesses;
  channels: Channels;
  documents: Documents;
  reviews: Reviews;
  terms: Terms;
}
