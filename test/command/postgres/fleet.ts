/** Several instances of the program on one database, each a process of its own, behind a balancer without sticky sessions. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach } from 'mocha';
import { openRoundRobin, type RoundRobin } from '../../helpers/round-robin.ts';
import type { Ended, Facts, Program, Room } from '../program.ts';

export interface Fleet {
  /** What an instance says of the world, with the balancer's address in the place of its own. */
  readonly facts: Facts;
  readonly balancer: RoundRobin;
  /** Where each one is itself. */
  urls(): readonly string[];
  /** Ends one so, and starts another in its place; resolves with how it ended once the other one is ready. */
  replace(at: number, signal: NodeJS.Signals): Promise<Ended>;
  /** Tells all to end, and resolves with how they did. */
  end(): Promise<Ended[]>;
}

/** Opens fleets for each test of the suite that calls this; `room` ends what is left of them. There is an instance for each environment. */
export function useFleets(room: Room): (args: readonly string[], environments?: readonly Record<string, string>[]) => Promise<Fleet> {
  let balancer: RoundRobin;
  beforeEach(async () => void (balancer = await openRoundRobin()));
  afterEach(() => balancer.close());

  return async (args, environments = [{}, {}, {}]) => {
    const programs: Program[] = [];
    const urls: string[] = [];
    let facts: Facts | undefined;
    const start = async (at: number): Promise<void> => {
      const program = room.start(['--port', '0', '--json', '--no-partner', '--public-url', balancer.url, ...args], environments[at]);
      const said = await program.facts();
      programs[at] = program;
      urls[at] = said.url;
      facts ??= { ...said, url: balancer.url };
      balancer.to([...urls]);
    };
    await Promise.all(environments.map((_, at) => start(at)));
    return {
      facts: facts!,
      balancer,
      urls: () => urls,
      async replace(at, signal) {
        const ended = await programs[at]!.end(signal);
        await start(at);
        return ended;
      },
      end: () => Promise.all(programs.map((program) => program.end('SIGTERM'))),
    };
  };
}

/** All ended as they were told to, and said nothing of trouble. */
export function endedWell(ended: readonly Ended[]): void {
  for (const { code, signal, stderr } of ended) assert.deepEqual([code, signal, stderr], [0, null, '']);
}
