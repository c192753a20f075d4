/** What user/me will answer once a person has agreed to all that a login asks. Nothing of it is written. */
import type { App } from '../apps/index.ts';
import type { ConsentRequest } from '../consent/index.ts';
import type { Account } from '../store/index.ts';
import type { Viewed } from './disclosure.ts';
import { wantedBy } from './property-keys.ts';
import { asUser } from './user.ts';

/** As indented JSON, or null for a person whom the app refuses. A first `connected_at` is the moment of asking. */
export async function foreseenUser(house: Viewed['house'], app: App, account: Account, request: ConsentRequest): Promise<string | null> {
  const link = await house.consent.foresee(app, account, request);
  return link && JSON.stringify(await asUser({ house, app, link, account }, wantedBy(undefined, app)), null, 2);
}
