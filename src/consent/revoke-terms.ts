/** Takes back the agreement to terms that are not required (서비스 약관 동의 철회), in one unit of work. Source: kakao-api 2.15. */
import { RuleBroken } from '../rule.ts';
import type { App, Link } from '../store/index.ts';
import type { ConsentDeps } from './deps.ts';
import { linkedIn } from './linked.ts';
import { recordWithdrawal } from './record/write.ts';
import { termsOf } from './standing.ts';

/** The app has no terms with these tags. `details.tags`, `details.appName`. */
export class TermsUnknown extends RuleBroken {
  readonly code = 'terms_unknown';
  constructor(appName: string, tags: readonly string[]) {
    super(`unknown terms: ${tags.join(', ')}`, { appName, tags });
  }
}

/**
 * The tags whose agreement ended, in the order of the screen: required terms and those not agreed to are passed over.
 * Throws TermsUnknown, SimpleSignupOff, UserNotLinked.
 */
export function revokeTerms(deps: ConsentDeps, app: App, before: Link, tags: readonly string[]): Promise<string[]> {
  return deps.store.write(async (tx) => {
    const link = await linkedIn(tx, before);
    const standing = await termsOf(deps, app, link, tx);
    const unknown = tags.filter((tag) => !standing.some((term) => term.tag === tag));
    if (unknown.length > 0) throw new TermsUnknown(app.name, unknown);
    const revoked = standing.filter(({ tag, required, agreement }) => tags.includes(tag) && !required && agreement).map(({ tag }) => tag);
    await recordWithdrawal(deps, tx, app, link, { kind: 'term', names: revoked, by: 'app' });
    await deps.terms.withdraw(tx, app.id, before.accountId, revoked);
    return revoked;
  });
}
