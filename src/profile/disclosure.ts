/** What may be told of a user: the facts that were agreed to, and what a consent would add. Source: kakao-api 2.3. */
import { type Person, personOf } from '../accounts/index.ts';
import { type App, inEra } from '../apps/index.ts';
import { canDisclose, disclose } from '../consent/index.ts';
import type { House } from '../house.ts';
import type { Account, Link } from '../store/index.ts';

/** Of whom, and to which app. The link may be one that is only foreseen. */
export interface Viewed {
  house: Pick<House, 'addresses' | 'clock' | 'consent'>;
  app: App;
  link: Link;
  account: Account;
}

export interface Disclosure {
  /** Known facts of the items that the app uses and the user agreed to. */
  facts: Partial<Person>;
  /**
   * `*_needs_agreement`: whether the value is there and only the consent is missing. It says what can be provided, not what
   * was agreed. Undefined for an item that the app does not use.
   */
  needsAgreement(itemId: string): boolean | undefined;
  /** The deprecated `has_*`: whether the value is there. Undefined for an item that the app does not use, and in eras without it. */
  has(itemId: string): boolean | undefined;
}

export async function disclosureOf({ house, app, link, account }: Viewed): Promise<Disclosure> {
  const items = (await house.consent.itemsOf(app, link)).filter(({ using }) => using);
  const person = personOf(account, house.addresses.pictures, house.clock.now(), app.switches);
  const agreed = items.filter((item) => item.agreed).map(({ id }) => id);
  return {
    facts: disclose(person, agreed),
    needsAgreement(itemId) {
      const item = items.find(({ id }) => id === itemId);
      return item && !item.agreed && canDisclose(person, itemId);
    },
    has(itemId) {
      const isTold = inEra(app, 'hasFlags') && items.some(({ id }) => id === itemId);
      return isTold ? canDisclose(person, itemId) : undefined;
    },
  };
}
