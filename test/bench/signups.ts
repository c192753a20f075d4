/** Sign-ups in a second, against a bare oidc-provider. */
import { build } from './built.ts';
import type { DriverFacts, Load, Posts } from './driver.ts';
import { type Bench, type Figure, inSittings } from './figure.ts';
import type { Target } from './flows.ts';
import { compare, inTurns } from './measure.ts';
import type { OursOptions, OursRequest } from './ours.ts';
import { type Helper, startHelper } from './processes.ts';

/** How many sign up at a time, as in a team's load test. */
const AT_ONCE = 32;

/** Rounds that do not count: a host that is loaded is asked far more, and none of these has compiled what it runs before some hundred sign-ups. */
const WARM_UPS = 5;

type Contender = 'folder' | 'bare' | 'least' | 'memory' | 'unrecorded';

export const signups: Figure = {
  says: 'sign-ups per second (authorize, login, consent with three terms, code, token, user/me, terms, one callback) ÷ bare oidc-provider',
  async measure(bench) {
    const sittings = await inSittings(bench, roundsOf);
    const runs = (of: Contender, figure: keyof Run): number[] => sittings.flatMap((each) => each[of].map((run) => run[figure]));
    const rated = (says: string, ours: Contender, other: Contender = 'bare') =>
      ({ says: `sign-ups, ${says}`, unit: 'sign-ups/s', ours: runs(ours, 'rate'), other: runs(other, 'rate') }) as const;
    return [
      compare({ ...rated('embedded engine (a folder) ÷ bare oidc-provider', 'folder'), limit: { of: 'ratio', atLeast: 0.7 } }),
      compare(rated('embedded engine (a folder) ÷ bare oidc-provider without terms and callback', 'folder', 'least')),
      compare(rated('in memory ÷ bare oidc-provider', 'memory')),
      compare(rated('a folder and --journeys 0 ÷ bare oidc-provider', 'unrecorded')),
      compare({
        says: 'processor time of a sign-up, embedded engine ÷ bare oidc-provider',
        unit: 'ms',
        ours: runs('folder', 'cpu'),
        other: runs('bare', 'cpu'),
      }),
    ];
  },
};

async function roundsOf(bench: Bench): Promise<Record<Contender, Run[]>> {
  const { isQuick, progress, closing } = bench;
  const [count, rounds, warmUps] = isQuick ? [20, 2, 1] : [150, 5, WARM_UPS];
  const people = count * (rounds + warmUps);
  const driver = await startDriver(bench);
  const { callback } = driver.facts;
  const [bare, least, folder, memory, unrecorded] = await Promise.all([
    startHelper<{ target: Target }, never>('bare.ts', { callback }).then(closing),
    startHelper<{ target: Target }, never>('bare.ts').then(closing),
    startOurs(bench, { folder: bench.folder(), people, callback }),
    startOurs(bench, { people, callback }),
    startOurs(bench, { folder: bench.folder(), people, journeys: 0, callback }),
  ]);
  const load = signUpLoad(driver, count);
  const contenders = { folder: load(folder), bare: load(bare), least: load(least), memory: load(memory), unrecorded: load(unrecorded) };
  return inTurns(rounds, contenders, progress, warmUps);
}

type Driver = Awaited<ReturnType<typeof startDriver>>;

export async function startDriver({ closing }: Bench) {
  return closing(await startHelper<DriverFacts, Load | Posts>('driver.ts'));
}

/** This simulator, as it is published. */
export async function startOurs({ closing, nodeFlags, progress }: Bench, options: OursOptions) {
  await build({ progress });
  return closing(await startHelper<{ target: Target; own: string }, OursRequest>('ours.ts', options, nodeFlags));
}

/** Sign-ups in a second, and what one of them costs the process that is asked, in milliseconds of a processor. */
export interface Run {
  rate: number;
  cpu: number;
}

/** For each server a load of people who have not signed up there yet. */
export function signUpLoad(
  driver: Driver,
  count: number,
): (server: Pick<Helper<{ target: Target }, never>, 'facts' | 'cpu'>) => () => Promise<Run> {
  return ({ facts: { target }, cpu }) => {
    let from = 0;
    return async () => {
      const load: Load = { does: 'sign-up', target, count, atOnce: AT_ONCE, from, isTold: target.face !== 'least' };
      from += count;
      const before = await cpu();
      const rate = await driver.ask<number>(load);
      return { rate, cpu: ((await cpu()) - before) / count };
    };
  };
}
