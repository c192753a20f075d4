/**
 * Inbox: a built-in receiver for each app, for partners who have no server yet.
 * Words: item (what arrived), verdict (`verified`, or why it is not), script (how the next ones are answered).
 * Limits: so many items for each app, the oldest go first; scripts are answered in order, then as a good receiver would.
 * Leaves to others: how an answer goes over the wire (operator), sending (webhooks).
 */
import type { JWK } from 'jose';
import type { Apps } from '../apps/index.ts';
import type { Clock } from '../clock.ts';
import type { Endpoint, InboxItem, InboxScript, Page, Store, Tx } from '../store/index.ts';
import type { Webhooks } from '../webhooks/index.ts';
import { type Arrived, receive, type Reply } from './receive.ts';
import { addScript, type NewScript } from './scripts.ts';

export type { Arrived, Reply } from './receive.ts';
export { type NewScript, ScriptRefused } from './scripts.ts';
export type { Verdict } from './verdict.ts';
export type { InboxItem, InboxScript } from '../store/index.ts';

export type InboxKind = Endpoint['kind'];
export const inboxKinds: readonly InboxKind[] = ['channel', 'sync', 'unlink', 'account'];

export interface InboxOptions {
  store: Store;
  clock: Clock;
  apps: Apps;
  webhooks: Webhooks;
  /** Base URL of the simulator. */
  url: string;
  /** Who signs SETs. */
  issuer: string;
  /** What verifies SETs, as it is published. */
  publishedKeys: () => Promise<JWK[]>;
}

export type Inbox = ReturnType<typeof openInbox>;

export function openInbox(options: InboxOptions) {
  const { store, webhooks, url } = options;
  const address = (appId: string, kind: InboxKind): string => `${url}/_sim/inbox/${encodeURIComponent(appId)}/${kind}`;
  return {
    /** Where the app's receiver is. */
    address,

    /** Takes down what arrived, and says how it is answered. Throws UnknownApp. */
    receive: (appId: string, kind: InboxKind, arrived: Arrived): Promise<Reply> => receive(options, appId, kind, arrived),

    /** A page of what arrived for an app, newest first. */
    items: (appId: string, page: Page): Promise<InboxItem[]> => store.find('inboxItems', 'app', appId, page),

    async item(appId: string, id: string): Promise<InboxItem | undefined> {
      const item = await store.get('inboxItems', id);
      return item?.appId === appId ? item : undefined;
    },

    /** Throws what has arrived away. */
    clear: (appId: string): Promise<void> =>
      store.write(async (tx) => {
        for (const { id } of await tx.find('inboxItems', 'app', appId)) tx.remove('inboxItems', id);
      }),

    /** What the next ones are answered, the next first. */
    scripts: (appId: string): Promise<InboxScript[]> => store.find('inboxScripts', 'app', appId),

    /** One more script, after those that there are. Throws ScriptRefused. */
    addScript: (appId: string, script: NewScript): Promise<InboxScript> => store.write((tx) => addScript(options, tx, appId, script)),

    removeScript: (appId: string, id: string): Promise<void> =>
      store.write(async (tx) => {
        if ((await tx.get('inboxScripts', id))?.appId === appId) tx.remove('inboxScripts', id);
      }),

    /** Makes the receiver the app's address for this kind, in the place of the one that it has. */
    adopt: (appId: string, kind: InboxKind): Promise<Endpoint | undefined> =>
      store.write((tx: Tx) => webhooks.register(tx, appId, kind, address(appId, kind))),

    /** Calls `listener` when something has arrived or was thrown away; a hint only. Returns the way to stop. */
    watch: (listener: () => void): (() => void) => store.watch('inboxItems', listener),
  };
}
