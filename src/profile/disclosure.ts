/** What may be told of a user: the facts that were agreed to, and what a consent would add. Source: kakao-api 2.3. */
import { type Person, personOf } from '../accounts/index.ts';
import { type App, inEra } from '../apps/index.ts';
import { canDisclose, disclose, type ItemStanding } from '../consent/index.ts';
import type { House } from '../house.ts';
import type { Account, Link } from '../store/index.ts';

/** What it depends on: what is known of the person, and how they stand with each item, or would. */
export interface Known {
  app: App;
  person: Person;
  items: readonly Pick<ItemStanding, 'id' | 'using' | 'agreed'>[];
}

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

/** As it stands now. */
export async function knownOf({ house, app, link, account }: Viewed): Promise<Known> {
  return {
    app,
    person: personOf(account, house.addresses.pictures, house.clock.now(), app.switches),
    items: await house.consent.itemsOf(app, link),
  };
}

export function disclosureOf({ app, person, items: all }: Known): Disclosure {
  const items = all.filter(({ using }) => using);
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
