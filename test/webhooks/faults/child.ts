/**
 * A process of its own that commits events and sends them, for tests that kill it: node child.ts '{"place": …}'.
 * It goes on where the one before it ended. Prints "open", "committed ID" for each event once that is acknowledged, "done"
 * when nothing is left; SIGTERM ends it as the command would.
 */
import { writeSync } from 'node:fs';
import { createClock } from '../../../src/clock.ts';
import { ALL, type Endpoint, type Store, type Tx, USUAL_ENDPOINT } from '../../../src/store/index.ts';
import { openLowdb } from '../../../src/store/lowdb/open.ts';
import { openPostgres } from '../../../src/store/postgres/index.ts';
import { openWebhooks, type Webhooks } from '../../../src/webhooks/index.ts';
import type { ChildOptions } from './process.ts';

const { place, url, policy, lanes, each, sends, deadlineMs, aheadMs = 0 } = JSON.parse(process.argv[2] ?? '{}') as ChildOptions;
const WRITERS = 8;
const say = (text: string): number => writeSync(1, `${text}\n`);

// A machine whose time is wrong.
const right = Date.now;
Date.now = () => right() + aheadMs;

let clock = createClock();
const now = (): number => clock.now();
const store = place.startsWith('postgres:')
  ? await openPostgres({ url: place, now })
  : await openLowdb({ folder: place, now, foldAt: 256 * 1024 });
clock = createClock(0, store.time);
const schedule = { firstMs: 10, factor: 2, longestMs: 200, attempts: 60 };
const webhooks = openWebhooks({ store, clock, deadlineMs, schedule, report: (error) => say(`report ${String(error)}`) });
const endpoint: Endpoint = { ...USUAL_ENDPOINT, id: '1:channel', appId: '1', kind: 'channel', url, secret: null, policy };
await store.write(async (tx) => tx.put('endpoints', { ...(await tx.get('endpoints', endpoint.id)), ...endpoint }));
if (sends) webhooks.start();
say('open');
process.on('SIGTERM', () => void end());
process.stdin.resume(); // stays while all that is left waits for its time

const open = Array.from({ length: lanes }, (_, at) => `1:${at}`);
await Promise.all(Array.from({ length: WRITERS }, () => writeOn(store, webhooks)));
say('written');
const unwatch = store.watch('deliveries', () => void tellWhenDone());
void tellWhenDone();

/** One more event for each lane in turn, until every lane has its share. */
async function writeOn(store: Store, webhooks: Webhooks): Promise<void> {
  for (let lane = open.shift(); lane !== undefined; lane = open.shift()) {
    const id = await store.write((tx) => commit(tx, webhooks, lane));
    if (!id) continue;
    say(`committed ${id}`);
    open.push(lane);
  }
}

async function commit(tx: Tx, webhooks: Webhooks, lane: string): Promise<string | undefined> {
  const seq = (await tx.find('deliveries', 'account', lane.slice(2))).length + 1;
  if (seq > each) return undefined;
  const id = await webhooks.newId(tx, { endpointId: endpoint.id, lane });
  const headers = { 'X-Kakao-Resource-ID': id };
  webhooks.enqueue(tx, { id, endpoint, event: 'channel.added', lane, headers, body: JSON.stringify({ lane, seq }) });
  return id;
}

async function tellWhenDone(): Promise<void> {
  if (!sends || (await store.find('deliveries', 'pending', ALL)).length > 0) return;
  unwatch();
  say('done');
}

async function end(): Promise<void> {
  await webhooks.stop();
  await store.close();
  process.exit(0);
}
