/** What the messages room is built from. */
import type { Channels } from '../channels/index.ts';
import type { Clock } from '../clock.ts';
import type { Consent } from '../consent/index.ts';
import type { Store } from '../store/index.ts';
import type { Sync } from '../sync/index.ts';

export interface MessagesDeps {
  store: Store;
  clock: Clock;
  channels: Channels;
  consent: Consent;
  sync: Sync;
}
