/** Writes the link and the agreements of an answer that was found in order. */
import { type Account, type Agreement, type App, type Link, type Reader, type Tx, userNumber } from '../store/index.ts';
import type { ConsentDeps } from './deps.ts';
import { agreedTags, type Given, linkAfter } from './given.ts';
import type { Shown } from './record/wording.ts';

/** An answer to what was shown. */
export interface Taken extends Given {
  shown: Shown;
}

/** @param number see `numberFor` */
export async function writeLink(tx: Tx, taken: Taken, number: string): Promise<Link> {
  const { app, account } = taken;
  const before = await tx.get('links', `${app.id}:${account.id}`);
  const link = linkAfter(before, taken, number);
  tx.put('links', link);
  return link;
}

/** The user number of this person in this app: the one they had, or the first that nobody has, and that was not forgotten. */
export async function numberFor(from: Reader, app: App, account: Account): Promise<string> {
  const before = await from.get('links', `${app.id}:${account.id}`);
  if (before) return before.number;
  for (let turn = 0; ; turn += 1) {
    const number = userNumber(`${app.id}:${account.id}:${turn}`, account.userNumberDigits);
    const id = `${app.id}:${number}`;
    const [taken, retired] = await Promise.all([from.find('links', 'number', id), from.get('retiredNumbers', id)]);
    if (taken.length === 0 && !retired) return number;
  }
}

/** Resolves with all that the person has agreed to by then. */
export async function writeAgreements({ terms }: ConsentDeps, tx: Tx, taken: Taken): Promise<Agreement[]> {
  const { app, account, now } = taken;
  const given = agreedTags(taken).map((tag) => ({ tag, agreedAt: now, agreedBy: 'KAUTH' as const }));
  return terms.agree(tx, app.id, account.id, given);
}
