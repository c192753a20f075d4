/** A process of its own: a data folder in which so many people have signed up. One of them really has, and the others have what that left. */
import { createSimulator } from '../../src/index.ts';
import { type Row, snapshotOf, type Snapshot, type TableName } from '../../src/store/index.ts';
import { openLowdb } from '../../src/store/lowdb/open.ts';
import { clonable, OF_JOURNEYS } from './clones.ts';
import { serveHarness } from './processes.ts';
import { benchApp, loginOf, peopled } from './world.ts';

export interface FillerOptions {
  folder: string;
  /** How many have signed up. */
  users: number;
  /** How many have not. */
  people: number;
  callback: string;
}

export interface FillerFacts {
  /** What is stored of them all, as JSON. */
  bytes: number;
}

/** As many logins are kept, unless a setting says otherwise. */
const LOGINS_KEPT = 5000;
const AT_ONCE = 200;

await serveHarness(async (options: FillerOptions) => ({ facts: await fill(options) }));

async function fill({ folder, users, people, callback }: FillerOptions): Promise<FillerFacts> {
  // The one who signs up comes after those who will.
  const account = loginOf(people);
  const before = await rowsAfter(folder, async () => {
    const simulator = await createSimulator({ memory: false, data: folder, seed: peopled(people + 1) });
    await benchApp(simulator, callback);
    await simulator.close();
  });
  let number = '';
  const after = await rowsAfter(folder, async () => {
    const simulator = await createSimulator({ memory: false, data: folder });
    const { user, tokens } = await simulator.signUp({ app: await benchApp(simulator, callback), account });
    const headers = { authorization: `Bearer ${tokens!.access_token}` };
    for (const path of ['/v2/user/me', '/v2/user/service_terms']) await fetch(simulator.url + path, { headers });
    await simulator.deliveries.waitFor({ user: account, state: 'delivered' });
    await simulator.close();
    number = user;
  });
  const { id, email, phone } = after.accounts.find((each) => each.email?.address === account)!;
  const clones = clonable(before, after, [id, email!.address, phone!, number]);
  const store = await openLowdb({ folder, now: Date.now });
  let bytes = 0;
  for (let from = 1; from < users; from += AT_ONCE) {
    await store.write(async (tx) => {
      for (let at = from; at < Math.min(from + AT_ONCE, users); at += 1) {
        for (const { table, of } of clones) {
          if (OF_JOURNEYS.includes(table) && at >= LOGINS_KEPT) continue;
          const text = of(at);
          bytes += Buffer.byteLength(text);
          tx.put(table, JSON.parse(text) as Row<TableName>);
        }
      }
    });
  }
  await store.close();
  return { bytes };
}

async function rowsAfter(folder: string, act: () => Promise<void>): Promise<Snapshot> {
  await act();
  const store = await openLowdb({ folder, now: Date.now });
  try {
    return await snapshotOf(store);
  } finally {
    await store.close();
  }
}
