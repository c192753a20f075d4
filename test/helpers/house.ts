/** A fresh simulator for each test: in memory, on a free port, with the shipped world, its clock in the test's hand. */
import { afterEach, beforeEach, describe } from 'mocha';
import { createApp } from '../../src/app.ts';
import { type Clock, createClock } from '../../src/clock.ts';
import { type House, type HouseOptions, openHouse } from '../../src/house.ts';
import { type Listening, listen } from '../../src/serve.ts';
import { openMemory } from '../../src/store/memory/open.ts';
import { type Secrets, secretsOf } from '../../src/store/secrets.ts';
import { plantOnce } from '../../src/store/seed/once.ts';
import type { App, AppKey, Row, TableName } from '../../src/store/index.ts';
import { runningTwice } from './twice.ts';
import { Visitor } from './visitor.ts';

export const SEED = new URL('../../data/seed/world.json', import.meta.url).pathname;

/** Ids of the seeded apps, by what they are good for. */
export const APPS = {
  demo: '1000001',
  openidConnect: '1000002',
  secretOff: '1000003',
  current: '1402026',
  ellaBongBong: '205723',
  plain: '205699',
  biz: '205700',
  linked: '205724',
  underReview: '233452',
  rejected: '1234567',
} as const;

export const CALLBACK = 'http://localhost:3000/oauth';

export interface World {
  readonly url: string;
  readonly house: House;
  readonly clock: Clock;
  /** Errors that nobody expected; a test that causes none leaves it empty, which is checked. */
  readonly reported: unknown[];
  /** A browser of its own: no cookies yet. */
  visitor(): Visitor;
  app(id: string): Promise<App>;
  /** The REST API key of an app. */
  key(id: string): Promise<AppKey>;
  /** Changes a row, as a console would. */
  change<T extends TableName>(table: T, id: string, patch: Partial<Row<T>>): Promise<void>;
  /** Changes the REST API key of an app. */
  changeKey(id: string, patch: Partial<AppKey>): Promise<void>;
}

/** `describe` with a fresh world before each test. Use its parts inside of tests only. `made` says how its house differs from the usual. */
export function describeHouse(title: string, body: (world: World) => void, made: Partial<HouseOptions> = {}): void {
  describe(title, () => {
    let listening: Listening;
    const world = {} as { -readonly [K in keyof World]: World[K] };

    beforeEach(async () => {
      listening = await listen(0, '127.0.0.1');
      Object.assign(world, await openWorld(listening, made));
    });

    afterEach(async () => {
      await world.house.webhooks.stop();
      await listening.stop();
      await world.house.close();
      const [unexpected] = world.reported;
      if (unexpected) throw unexpected;
    });

    body(world);
  });
}

let secrets: Promise<Secrets> | undefined;

async function openWorld(listening: Listening, made: Partial<HouseOptions>): Promise<World> {
  const { url } = listening;
  const clock = createClock();
  const store = runningTwice(await openMemory({ now: clock.now }));
  await plantOnce(store, SEED, clock.now());
  // Keys cost more time to make than the rest of the world; one set serves every world of this process.
  const value = await (secrets ??= openMemory().then(secretsOf));
  await store.write(async (tx) => tx.put('secrets', { id: 'installation', value }));
  const reported: unknown[] = [];
  const house = await openHouse({ store, clock, url, documentsFolder: null, report: (error) => reported.push(error), ...made });
  listening.answer(createApp(house, { report: (error) => reported.push(error), partnerUrl: null }).callback());

  const app = async (id: string) => (await house.apps.byId(id))!;
  const key = async (id: string) => (await app(id)).keys.find(({ type }) => type === 'rest')!;
  const change: World['change'] = (table, id, patch) =>
    store.write(async (tx) => tx.put(table, { ...(await tx.get(table, id))!, ...patch }));
  return {
    url,
    house,
    clock,
    reported,
    visitor: () => new Visitor(url),
    app,
    key,
    change,
    async changeKey(id, patch) {
      const { keys } = await app(id);
      await change('apps', id, { keys: keys.map((each) => (each.type === 'rest' ? { ...each, ...patch } : each)) });
    },
  };
}
