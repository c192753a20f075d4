/** Writes the link and the agreements of an answer that was found in order. */
import { DAY } from '../clock.ts';
import { type Account, type App, type Link, type Tx, userNumber } from '../store/index.ts';
import { AGE_CHECK_TAG } from '../terms/index.ts';
import type { Answer } from './answer.ts';
import type { Question } from './ask.ts';
import type { ConsentDeps } from './deps.ts';
import type { Shown } from './record/wording.ts';

/** An answer that fits its question, and the moment that all of it is dated. */
export interface Taken {
  app: App;
  account: Account;
  question: Question;
  answer: Answer;
  shown: Shown;
  now: number;
  /** Whether it was given on the screen of simple signup. */
  bySync: boolean;
}

/** Ids of the items that were agreed to. */
export function agreedItems({ question, answer }: Taken): string[] {
  return [...question.requiredItems, ...question.optionalItems.filter(({ id }) => answer.items.includes(id))].map(({ id }) => id);
}

/** An app that links its users by hand has a day for it. */
export async function writeLink(tx: Tx, taken: Taken): Promise<Link> {
  const { app, account, question, now } = taken;
  const id = `${app.id}:${account.id}`;
  const before = await tx.get('links', id);
  const isFirst = question.variant === 'first';
  const link: Link = {
    id,
    appId: app.id,
    accountId: account.id,
    number: before?.number ?? (await freeNumber(tx, app, account)),
    ...(isFirst || !before ? begun(app, now) : { state: before.state, registerBy: before.registerBy }),
    connectedAt: isFirst ? now : (before?.connectedAt ?? now),
    synchedAt: synchedAt(before, taken),
    items: [...(before?.items ?? []), ...agreedItems(taken).map((item) => ({ id: item, agreedAt: now }))],
    properties: before?.properties ?? {},
  };
  tx.put('links', link);
  return link;
}

/** When the screen of simple signup was used; for users from before it, when they first agree to terms there. Source: kakao-api 5.8. */
function synchedAt(before: Link | undefined, { question: { variant, terms }, bySync, now }: Taken): number | null {
  if (variant === 'first') return bySync ? now : null;
  return before?.synchedAt ?? (bySync && terms.length > 0 ? now : null);
}

function begun({ autoLink }: App, now: number): Pick<Link, 'state' | 'registerBy'> {
  return autoLink ? { state: 'linked', registerBy: null } : { state: 'preregistered', registerBy: now + DAY };
}

/** A user number that nobody has in this app. */
async function freeNumber(tx: Tx, app: App, account: Account): Promise<string> {
  for (;;) {
    const number = userNumber(account.userNumberDigits);
    if ((await tx.find('links', 'number', `${app.id}:${number}`)).length === 0) return number;
  }
}

export async function writeAgreements({ terms }: ConsentDeps, tx: Tx, { app, account, question, answer, now }: Taken): Promise<void> {
  const tags = [...answer.terms, ...(question.ageCheck ? [AGE_CHECK_TAG] : [])];
  for (const tag of tags) await terms.agree(tx, { appId: app.id, accountId: account.id, tag, agreedAt: now, agreedBy: 'KAUTH' });
}
