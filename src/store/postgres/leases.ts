/** Leases: what one instance alone may do for a while. They are counted on the database's time, which is the same for all. */
import { randomUUID } from 'node:crypto';
import type { Pool, QueryResult } from 'pg';
import { SECOND } from '../../clock.ts';
import { LeaseLost } from '../errors.ts';
import type { Lease, Leases } from '../store.ts';
import { keyText } from './keys.ts';
import { SCHEMA } from './names.ts';
import type { Query } from './read.ts';

/** Long against the deadline of a request (3 seconds), short for those who wait for what a dead instance held. */
const LEASE_MS = 15 * SECOND;
/** A lease with less than this left is renewed before it is relied on. */
const ENOUGH_MS = 10 * SECOND;

const UNTIL = `clock_timestamp() + ${LEASE_MS} * interval '1 millisecond'`;
const CLAIM = `
  insert into ${SCHEMA}.lease as l (name, holder, until) values ($1, $2, ${UNTIL})
  on conflict (name) do update set holder = excluded.holder, until = excluded.until where l.until <= clock_timestamp()`;
const RENEW = `update ${SCHEMA}.lease set until = ${UNTIL} where name = $1 and holder = $2 and until > clock_timestamp()`;
const RELEASE = `delete from ${SCHEMA}.lease where name = $1 and holder = $2`;
const HELD = `select 1 from ${SCHEMA}.lease where name = $1 and holder = $2 and until > clock_timestamp() for update`;

export function createLeases(pool: Pool): Leases {
  const run = async (name: string, text: string, lease: Lease): Promise<boolean> =>
    isOne(await pool.query({ name, text, values: [keyText(lease.name), lease.holder] }));
  return {
    async claim(name) {
      // Each claim is a holder of its own: one that comes back late is not taken for the one after it.
      const lease = { name, holder: randomUUID() };
      let renewed = performance.now();
      if (!(await run('claim', CLAIM, lease))) return undefined;
      return {
        ...lease,
        async renew() {
          const now = performance.now();
          if (now - renewed < LEASE_MS - ENOUGH_MS) return true;
          renewed = now;
          return run('renew', RENEW, lease);
        },
        release: async () => void (await run('release', RELEASE, lease)),
      };
    },
  };
}

/** Inside a transaction: nobody else gets the lease before that has ended. Throws LeaseLost. */
export async function isHeld(query: Query, { name, holder }: Lease): Promise<void> {
  if (!isOne(await query({ name: 'held', text: HELD, values: [keyText(name), holder] }))) throw new LeaseLost(name);
}

function isOne({ rowCount }: QueryResult): boolean {
  return rowCount === 1;
}
