/** Worlds beside the main one, in the same process: each a house of its own in memory, on a port of its own, forked from rows that are shared. */
import type Koa from 'koa';
import { createApp } from './app.ts';
import { type Clock, createClock } from './clock.ts';
import { type House, openHouse } from './house.ts';
import type { Limits } from './outward/limits.ts';
import { listen } from './serve.ts';
import { keptTime, randomText, type Snapshot } from './store/index.ts';
import { openMemory } from './store/memory/open.ts';
import { type WorldBeside, WorldRefused, type WorldsBeside, WorldUnknown } from './world/index.ts';

export { noWorlds } from './world/index.ts';

const MOST = 200;
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

interface WorldsOptions {
  main: () => House;
  /** Address to listen on. */
  host: string;
  /** As for the main one. */
  operatorSecret: string | null;
  limits: Limits;
  report: (error: unknown) => void;
}

export interface Worlds extends WorldsBeside {
  close(): Promise<void>;
}

/** None is there before the first is asked for. */
export function openWorlds(options: WorldsOptions): Worlds {
  const open = new Map<string, { facts: WorldBeside; close: () => Promise<void> }>();
  let opening = 0;
  const drop = async (id: string): Promise<void> => {
    const world = open.get(id);
    if (!world) throw new WorldUnknown(id, [...open.keys()]);
    open.delete(id);
    await world.close();
  };
  return {
    async create(from) {
      if (open.size + opening >= MOST) throw new WorldRefused(`there are ${MOST} worlds already; drop one first`);
      opening += 1;
      try {
        const id = randomText(10, LETTERS);
        const { url, close } = await fork(options, from);
        const facts = { id, url, from: from ?? null };
        open.set(id, { facts, close });
        return facts;
      } finally {
        opening -= 1;
      }
    },
    list: () => [...open.values()].map(({ facts }) => facts),
    drop,
    close: async () => void (await Promise.all([...open.keys()].map(drop))),
  };
}

/** Keys of the installation are shared: making them costs more than all the rest. */
async function fork(
  { main, host, operatorSecret, limits, report }: WorldsOptions,
  from: string | undefined,
): Promise<{ url: string; close: () => Promise<void> }> {
  const { world, store: mainStore, url: mainUrl, reached } = main();
  const [{ rows, files }, secret] = await Promise.all([
    from === undefined ? world.snapshot() : world.read(from),
    mainStore.get('secrets', 'installation'),
  ]);
  const listening = await listen(0, host);
  let clock: Clock = createClock();
  const begun = { ...moved(rows, mainUrl, listening.url), secrets: [...rows.secrets.filter(({ id }) => id !== secret!.id), secret!] };
  const store = await openMemory({ now: () => clock.now(), from: begun });
  clock = createClock(await keptTime(store));
  const house = await openHouse({
    store,
    clock,
    url: listening.url,
    reached,
    operatorSecret,
    limits,
    documentsFolder: null,
    seed: world.source,
    report,
  });
  await house.documents.putBack(files);
  house.reviews.start();
  house.webhooks.start();
  const stopSweep = house.consent.sweepOverdue(report);
  // Its doors are hung when somebody knocks: that costs more than all the rest.
  let app: ReturnType<Koa['callback']> | undefined;
  listening.answer((request, response) =>
    (app ??= createApp(house, { report, partnerUrl: null, log: null }).callback())(request, response),
  );
  return {
    url: listening.url,
    async close() {
      await listening.stop();
      await stopSweep();
      await house.webhooks.stop();
      await house.close();
      await store.close();
    },
  };
}

/** Callbacks to an inbox come to its own; those that wait are sent by the world that they are of, and by that one alone. */
function moved(rows: Snapshot, from: string, to: string): Snapshot {
  const endpoints = rows.endpoints.map((each) =>
    each.url.startsWith(`${from}/`) ? { ...each, url: to + each.url.slice(from.length) } : each,
  );
  return { ...rows, endpoints, deliveries: rows.deliveries.filter(({ state }) => state !== 'pending') };
}
