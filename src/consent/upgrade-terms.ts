/** Marks terms as agreed to without a screen: the app took the agreement itself. One unit of work. Source: kakao-api 2.15. */
import type { Agreement, App, Link } from '../store/index.ts';
import type { ConsentDeps } from './deps.ts';
import { linkedIn } from './linked.ts';
import { recordUpgrade } from './record/write.ts';
import { termsOf } from './standing.ts';

/**
 * The agreements that came to be, in the order of the screen. Terms agreed to already and tags that the app does not have
 * are passed over; so is the age check, which is a person's own word and no term. Throws SimpleSignupOff, UserNotLinked.
 */
export function upgradeTerms(deps: ConsentDeps, app: App, before: Link, tags: readonly string[]): Promise<Omit<Agreement, 'id'>[]> {
  return deps.store.write(async (tx) => {
    const link = await linkedIn(tx, before);
    const standing = await termsOf(deps, app, link, tx);
    const open = standing.filter(({ tag, term, agreement }) => tags.includes(tag) && term && !agreement);
    const agreed = { appId: app.id, accountId: before.accountId, agreedAt: deps.clock.now(), agreedBy: 'KAPI' } as const;
    const agreements = open.map(({ tag }) => ({ ...agreed, tag }));
    await deps.terms.agree(tx, app.id, before.accountId, agreements);
    const terms = open.flatMap(({ term }) => term ?? []);
    recordUpgrade(deps, tx, app, link, terms);
    return agreements;
  });
}
