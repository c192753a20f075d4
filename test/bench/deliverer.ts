/** A process of its own: the house with its data folder, and callbacks in lanes of their own that wait to be sent. */
import { createClock } from '../../src/clock.ts';
import { openHouse } from '../../src/house.ts';
import { timeId } from '../../src/store/index.ts';
import { openLowdb } from '../../src/store/lowdb/open.ts';
import { plantOnce } from '../../src/store/seed/once.ts';
import { serveHarness } from './processes.ts';
import { CALLBACK_BODY, CALLBACK_HEADERS, peopled } from './world.ts';

export interface DelivererOptions {
  folder: string;
  /** Where they go. */
  url: string;
}

/** How many to write down; or to send them, and to say when each is written down as delivered. */
export type DelivererRequest = number | 'send';

/** An app of the shipped world. */
const APP = '1000001';
await serveHarness(async ({ folder, url }: DelivererOptions) => {
  const clock = createClock();
  const store = await openLowdb({ folder, now: clock.now });
  await plantOnce(store, peopled(0), clock.now());
  const house = await openHouse({ store, clock, url: 'http://localhost', documentsFolder: null, report: console.error });
  const { webhooks } = house;
  await store.write((tx) => webhooks.register(tx, APP, 'sync', url));
  const endpoint = (await webhooks.endpoint(APP, 'sync'))!;
  const write = (count: number): Promise<void> =>
    store.write(async (tx) => {
      for (let at = 0; at < count; at += 1) {
        const id = timeId(clock.now());
        webhooks.enqueue(tx, {
          id,
          endpoint,
          event: 'sync.signed_up',
          lane: `${APP}:${id}`,
          headers: CALLBACK_HEADERS,
          body: CALLBACK_BODY,
        });
      }
    });
  const send = async (): Promise<void> => {
    webhooks.start();
    await webhooks.settled();
    await webhooks.stop();
  };
  const close = async (): Promise<void> => {
    await house.close();
    await store.close();
  };
  return { facts: {}, answer: (request: DelivererRequest) => (request === 'send' ? send() : write(request)), close };
});
