/** What a test, or a newcomer, needs to know of an app. */
import type { z } from 'zod';
import { factsBy, usableFirst } from '../facts.ts';
import type { House } from '../house.ts';
import type { App } from '../store/index.ts';
import type { appShape } from './app-input.ts';
import { termOf } from './term-input.ts';

export type AppFacts = z.output<typeof appShape>;

export async function factsOf({ sync, terms, webhooks }: House, app: App): Promise<AppFacts> {
  const keyOf = (type: App['keys'][number]['type']) => app.keys.find((key) => key.type === type);
  const client = keyOf('rest') ?? app.keys[0]!;
  const facts = await factsBy(client, app, sync);
  return {
    ...facts,
    redirectUris: [...facts.redirectUris],
    javascriptKey: keyOf('javascript')?.key ?? null,
    nativeKey: keyOf('native')?.key ?? null,
    items: Object.fromEntries((await sync.usableItems(app)).map(({ id, state }) => [id, state])),
    terms: (await terms.approved(app.id)).map(termOf),
    channels: (await sync.connections(app.id)).map(({ channelId }) => channelId),
    channelOnConsent: app.channelOnConsent,
    syncSecret: (await webhooks.endpoint(app.id, 'sync'))?.secret ?? null,
  };
}

/** All apps, those that can be used for a sign-up first. */
export async function allFacts(house: House): Promise<AppFacts[]> {
  return usableFirst(await Promise.all((await house.apps.all()).map((app) => factsOf(house, app))));
}
