/** What a consent leaves in the store, short enough to compare: the link, the agreements, the friends, the callbacks to be sent. */
import type { Link } from '../../src/store/index.ts';
import type { World } from './house.ts';

export interface Written {
  state: Link['state'] | null;
  items: string[];
  terms: string[];
  /** Like `_xqDemo ADDED`. */
  friends: string[];
  /** All but those about the account, which have tests of their own. */
  callbacks: string[];
}

/** Of a person who never came. */
export const NOTHING: Written = { state: null, items: [], terms: [], friends: [], callbacks: [] };

export async function written({ house: { store } }: World, appId: string, accountId: string): Promise<Written> {
  const link = await store.get('links', `${appId}:${accountId}`);
  const agreements = await store.find('agreements', 'link', `${appId}:${accountId}`);
  const friendships = await store.find('friendships', 'account', accountId);
  const deliveries = await store.find('deliveries', 'app', appId);
  return {
    state: link?.state ?? null,
    items: link?.items.map(({ id }) => id) ?? [],
    terms: agreements.map(({ tag }) => tag),
    friends: friendships.map(({ channelId, relation }) => `${channelId} ${relation}`),
    callbacks: deliveries
      .filter(({ lane, event }) => lane.startsWith(`${appId}:${accountId}`) && !event.startsWith('account.'))
      .map(({ event }) => event),
  };
}
