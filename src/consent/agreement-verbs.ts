/** What becomes of agreements without a screen, and the record of all of them. */
import type { App, Link } from '../store/index.ts';
import type { ConsentDeps } from './deps.ts';
import { eachRecord, recordOf, records } from './record/read.ts';
import { revokeItems } from './revoke-items.ts';
import { revokeTerms } from './revoke-terms.ts';
import { upgradeTerms } from './upgrade-terms.ts';

export function agreementVerbs(deps: ConsentDeps) {
  return {
    /** Takes back consent to items; the link as it is then. Throws ItemsUnknown, ItemNotRevocable, UserNotLinked. */
    revokeItems: (app: App, link: Link, items: readonly string[]) => revokeItems(deps, app, link, items),

    /** Takes back agreement to terms; which it was. Throws TermsUnknown, SimpleSignupOff, UserNotLinked. */
    revokeTerms: (app: App, link: Link, tags: readonly string[]) => revokeTerms(deps, app, link, tags),

    /** Agrees to terms in the person's name; which they were. Throws SimpleSignupOff, UserNotLinked. */
    upgradeTerms: (app: App, link: Link, tags: readonly string[]) => upgradeTerms(deps, app, link, tags),

    /** Takes back consent to one item, as the person does at Kakao. Throws what revokeItems throws. */
    withdrawItem: (app: App, link: Link, item: string) => revokeItems(deps, app, link, [item], 'person'),

    /** The consent record of a person in an app; undefined where the two never met. */
    record: (appId: string, accountId: string) => recordOf(deps, appId, accountId),

    /** Who has a consent record, the newest change first; of one app, or of all. */
    records: (appId?: string) => records(deps, appId),

    /** The same one by one, for who wants a page of them. */
    eachRecord: (appId?: string) => eachRecord(deps, appId),
  };
}
