/** What user/me will answer once somebody has agreed to all that a login asks. Nothing of it is written. */
import { personOf } from '../accounts/index.ts';
import type { App } from '../apps/index.ts';
import type { ConsentRequest } from '../consent/index.ts';
import type { Account } from '../store/index.ts';
import type { Viewed } from './disclosure.ts';
import { wantedBy } from './property-keys.ts';
import { userMe } from './user.ts';

/** As indented JSON, or null for a person whom the app refuses. A first `connected_at` is the moment of asking. */
export async function foreseenUser(
  { addresses, clock, consent }: Viewed['house'],
  app: App,
  account: Account,
  request: ConsentRequest,
): Promise<string | null> {
  const foreseen = await consent.foresee(app, account, request);
  if (!foreseen) return null;
  const person = personOf(account, addresses.pictures, clock.now(), app.switches);
  return JSON.stringify(userMe({ app, person, ...foreseen }, wantedBy(undefined, app)), null, 2);
}
