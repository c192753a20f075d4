/** Sign-ups on PostgreSQL: three instances without sticky sessions against one, each on a database of its own. */
import { availableParallelism } from 'node:os';
import { ask, startServer } from '../helpers/postgres.ts';
import { type Bench, type Figure, inSittings } from './figure.ts';
import { type Compared, compare, inTurns } from './measure.ts';
import { startHelper } from './processes.ts';
import { signUpLoad, startDriver, startOurs } from './signups.ts';
import type { BalancerOptions } from './balancer.ts';
import type { Held } from './holder.ts';
import type { Target } from './flows.ts';

/** So many processors have room for three instances beside the database and the load. */
const ROOM = 6;

const THREE = 3;

/** What three are to make of one where they have room. */
const WITH_ROOM = 1.5;

/** Processors that are shared by all say what a sign-up costs, and not whether one instance is in another's way: held to so much, each has room beside the others. */
const SHARE = 0.25;

export const postgres: Figure = {
  says: 'sign-ups per second on PostgreSQL, three instances ÷ one',
  async measure(bench) {
    const sittings = await inSittings(bench, roundsOf);
    const cores = availableParallelism();
    const figure = (of: 'free' | 'held', rest: Pick<Compared, 'says' | 'limit' | 'note'>) =>
      compare({
        ...rest,
        unit: 'sign-ups/s',
        ours: sittings.flatMap((sitting) => sitting[of].three.map(({ rate }) => rate)),
        other: sittings.flatMap((sitting) => sitting[of].one.map(({ rate }) => rate)),
      });
    return [
      figure('free', {
        says: 'sign-ups, three instances on PostgreSQL ÷ one',
        limit: { of: 'ratio', atLeast: cores >= ROOM ? WITH_ROOM : 1 },
        note: `${cores} processors for the instances, the database, the proxy and the load`,
      }),
      figure('held', {
        says: `sign-ups, three instances ÷ one, each held to ${SHARE} of a processor`,
        limit: { of: 'ratio', atLeast: WITH_ROOM },
        note: 'instances are stopped the rest of the time, so that there is room for three',
      }),
    ];
  },
};

async function roundsOf(bench: Bench) {
  const { isQuick, progress } = bench;
  const [count, rounds, heldRounds, warmUps] = isQuick ? [10, 1, 1, 1] : [60, 5, 3, 6];
  const people = count * (rounds + heldRounds + THREE * warmUps);
  const server = await startServer();
  bench.closing({ end: server.stop });
  const driver = await startDriver(bench);
  const load = signUpLoad(driver, count);
  const instances = async (name: string, number: number) => {
    await ask(server.url, `create database ${name} encoding 'UTF8' template template0`);
    return startBehind(bench, new URL(name, server.url).href, number, people, driver.facts.callback);
  };
  const [one, three] = [await instances('one', 1), await instances('three', THREE)];
  const turns = { three: load(three), one: load(one) };
  // Each of three has a third of a round: they have three times as many that do not count, until each has compiled as much.
  progress('warm-up of three');
  for (let more = 0; more < (THREE - 1) * warmUps; more += 1) await turns.three();
  const free = await inTurns(rounds, turns, progress, warmUps);
  const holder = bench.closing(await startHelper<null, Held | null>('holder.ts'));
  const held = (pids: number[], turn: typeof turns.one) => async () => {
    await holder.ask({ pids, share: SHARE });
    const run = await turn();
    await holder.ask(null);
    return run;
  };
  const heldTurns = { three: held(three.pids, turns.three), one: held(one.pids, turns.one) };
  return { free, held: await inTurns(heldRounds, heldTurns, (says) => progress(`held · ${says}`), 0) };
}

/** So many instances behind a proxy of their own that gives each request to the next of them. */
async function startBehind(bench: Bench, store: string, number: number, people: number, callback: string) {
  const balancer = bench.closing(await startHelper<{ url: string }, BalancerOptions>('balancer.ts'));
  const publicUrl = balancer.facts.url;
  const first = await startOurs(bench, { store, publicUrl, people, callback });
  const others = await Promise.all(Array.from({ length: number - 1 }, () => startOurs(bench, { store, publicUrl, people, callback })));
  const all = [first, ...others];
  await balancer.ask(all.map(({ facts }) => facts.own));
  const target: Target = first.facts.target;
  return {
    pids: all.map(({ pid }) => pid),
    facts: { target },
    cpu: async () => (await Promise.all(all.map((each) => each.cpu()))).reduce((sum, ms) => sum + ms, 0),
  };
}
