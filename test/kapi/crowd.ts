/** An app with more users than one, for the APIs that are about all of them. */
import type { Link } from '../../src/store/index.ts';
import { openKapi, type Differences } from './helpers.ts';

/** Numbers of linked users, lowest first; as text they would stand in another order, and two differ only past 2^53. */
export const NUMBERS = ['7', '10', '3900000001', '4012345678901234567', '4012345678901234568'];

/**
 * The house of helpers.ts with users of these numbers (7 did not come by simple signup), one who has unlinked (5), and
 * one of another app (6).
 */
export async function openCrowd(differences: Differences = {}) {
  const kapi = await openKapi(differences);
  const person = (await kapi.store.get('accounts', 'person'))!;
  const link = (await kapi.store.get('links', '123456:person'))!;
  await kapi.store.write(async (tx) => {
    const put = (number: string, over: Partial<Link> = {}) => {
      const accountId = `person-${number}`;
      const appId = over.appId ?? link.appId;
      tx.put('accounts', { ...person, id: accountId });
      tx.put('links', { ...link, ...over, id: `${appId}:${accountId}`, accountId, number });
    };
    for (const number of NUMBERS.toReversed()) if (number !== link.number) put(number);
    put('5', { state: 'unlinked', connectedAt: null, synchedAt: null, items: [] });
    put('6', { appId: '654321' });
    put('7', { synchedAt: null });
  });
  return kapi;
}
