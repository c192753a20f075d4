/**
 * Tries (시도): how often somebody could not prove who they are, so that guessing does not pay where others reach the simulator.
 * Words: try (of a person, a program or an operator), key (what tries are counted by: an address, a login id, a client).
 * Limits: failures alone count, so that a load test of what is right is never slowed down; each key for a while from its first failure
 * on, in the time that nobody moves. Of many at once no more are looked at than may fail, by each instance. In local mode nothing is counted.
 * Leaves to others: what is a failure, and how it is said (the doors).
 */
import { createHash } from 'node:crypto';
import { type Clock, MINUTE, SECOND } from '../clock.ts';
import { RuleBroken } from '../rule.ts';
import { ALL, type Store } from '../store/index.ts';
import { createUnderWay } from './under-way.ts';

/** How many failures are forgiven, and for how long they count. */
const LIMITS = {
  /** A person's login id, whoever tries. */
  login: { most: 10, for: 15 * MINUTE },
  /** An address from which people sign in: many may be behind one. */
  address: { most: 100, for: 15 * MINUTE },
  /** An address that tries operator secrets. */
  operator: { most: 10, for: 15 * MINUTE },
  /** An address that redeems codes and tokens under a client id. */
  token: { most: 100, for: 5 * MINUTE },
} as const;

/** What failures are counted by: its kind, and which one. */
export type TryKey = readonly [kind: keyof typeof LIMITS, of: string];

/** There were too many. `details.after`: in how many seconds one may try again. */
export class TooManyTries extends RuleBroken {
  readonly code = 'too_many_tries';
  readonly after: number;
  constructor(after: number) {
    super(`too many failed tries; the next one may be made in ${after} seconds`, { after });
    this.after = after;
  }
}

export type Tries = ReturnType<typeof openTries>;

/** @param isCounting whether failures are counted at all */
export function openTries({ store, clock, isCounting }: { store: Store; clock: Clock; isCounting: boolean }) {
  const now = (): number => clock.now() - clock.offset();
  const underWay = createUnderWay();

  /** How many more failures are forgiven. Throws TooManyTries. */
  async function left(key: TryKey): Promise<number> {
    const row = await store.get('failedTries', idOf(key));
    const { most } = LIMITS[key[0]];
    if (!row || row.until <= now()) return most;
    if (row.count >= most) throw new TooManyTries(Math.ceil((row.until - now()) / SECOND));
    return most - row.count;
  }

  /** One more failure of each key. Those whose time is over go. */
  async function count(keys: readonly TryKey[]): Promise<void> {
    const at = now();
    await store.write(async (tx) => {
      for (const { id, until } of await tx.find('failedTries', 'all', ALL)) if (until <= at) tx.remove('failedTries', id);
      for (const key of keys) {
        const row = await tx.get('failedTries', idOf(key));
        tx.put('failedTries', { id: idOf(key), count: (row?.count ?? 0) + 1, until: row?.until ?? at + LIMITS[key[0]].for });
      }
    });
  }

  return {
    /**
     * Runs a try, unless there were too many before it: then it is not even looked at.
     * @param isFailure which of its errors are failures; they are thrown on, as all others
     * Throws TooManyTries.
     */
    async of<T>(keys: readonly TryKey[], attempt: () => Promise<T>, isFailure: (error: unknown) => boolean): Promise<T> {
      if (!isCounting) return attempt();
      const entered: string[] = [];
      try {
        for (const key of keys) {
          await underWay.enter(idOf(key), () => left(key));
          entered.push(idOf(key));
        }
        return await attempt();
      } catch (error) {
        if (isFailure(error)) await count(keys);
        throw error;
      } finally {
        entered.forEach(underWay.leave);
      }
    },
  };
}

/** Nobody who reads the store learns what was typed. */
function idOf([kind, of]: TryKey): string {
  return `${kind}:${createHash('sha256').update(of).digest('base64url')}`;
}
