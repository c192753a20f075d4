/** What the consent room is built from. */
import type { JWK } from 'jose';
import type { Accounts } from '../accounts/index.ts';
import type { Apps } from '../apps/index.ts';
import type { Channels } from '../channels/index.ts';
import type { Clock } from '../clock.ts';
import type { Reader, Store } from '../store/index.ts';
import type { Sync } from '../sync/index.ts';
import type { Terms } from '../terms/index.ts';
import type { Webhooks } from '../webhooks/index.ts';

export interface ConsentDeps {
  store: Store;
  clock: Clock;
  accounts: Accounts;
  apps: Apps;
  channels: Channels;
  sync: Sync;
  terms: Terms;
  webhooks: Webhooks;
  /** Key of the opaque ids that callbacks carry for people who did not agree to be known. */
  openIdKey: string;
  /** Who signs what is told of accounts, and with which private key: those of the ID tokens. */
  issuer: string;
  signingKey: (from: Reader) => Promise<JWK>;
  /** Base URL of pictures, as partners can reach them. */
  pictures: string;
}
