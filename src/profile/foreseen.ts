/** What user/me will answer once people have agreed to all that a login asks. Nothing of it is written. */
import { personOf } from '../accounts/index.ts';
import type { App } from '../apps/index.ts';
import type { ConsentRequest } from '../consent/index.ts';
import type { Account } from '../store/index.ts';
import type { Viewed } from './disclosure.ts';
import { wantedBy } from './property-keys.ts';
import { userMe } from './user.ts';

/** As indented JSON, or null for a person whom the app refuses; in the order of the accounts. A first `connected_at` is the moment of asking. */
export async function foreseenUsers(
  { addresses, clock, consent }: Viewed['house'],
  app: App,
  accounts: readonly Account[],
  request: ConsentRequest,
): Promise<(string | null)[]> {
  const wanted = wantedBy(undefined, app);
  return (await consent.foresee(app, accounts, request)).map((foreseen, at) => {
    if (!foreseen) return null;
    const person = personOf(accounts[at]!, addresses.pictures, clock.now(), app.switches);
    return JSON.stringify(userMe({ app, person, ...foreseen }, wanted), null, 2);
  });
}
