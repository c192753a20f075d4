/**
 * Which channels the screen offers: the representative one, or those that the request names. Source: kakao-api 5.4, 5.7.
 * Only channels that are linked to the app, and of many the first ones.
 */
import { inEra } from '../apps/index.ts';
import type { App, Channel, Reader } from '../store/index.ts';
import type { ConsentDeps } from './deps.ts';

/** @param named public ids in `channel_public_id`; empty for an empty or missing one */
export async function offeredChannels(
  { store, channels, sync }: Pick<ConsentDeps, 'store' | 'channels' | 'sync'>,
  app: App,
  named: readonly string[],
  from: Reader = store,
): Promise<Channel[]> {
  if (named.length > 0) {
    const connected = await sync.connectedChannels(app.id, from);
    return shownOf(
      app,
      named.flatMap((id) => connected.find((channel) => channel.id === id) ?? []),
    );
  }
  const representative = app.channelOnConsent ? await channels.byId(app.channelOnConsent, from) : undefined;
  return representative ? [representative] : [];
}

/** Of many the first ones, as many as its era shows. */
export function shownOf(app: App, named: readonly Channel[]): Channel[] {
  return named.slice(0, inEra(app, 'channelsOnScreen'));
}
