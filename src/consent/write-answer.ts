/** Writes the link and the agreements of an answer that was found in order. */
import { DAY } from '../clock.ts';
import { type Account, type App, type Link, type Reader, type Tx, userNumber } from '../store/index.ts';
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

/** What a link is made of: the question, and which of its optional items were ticked. */
type Linking = Pick<Taken, 'app' | 'account' | 'question' | 'now' | 'bySync'> & { items: Answer['items'] };

/** Ids of the items that were agreed to. */
export function agreedItems({ question, answer }: Taken): string[] {
  return itemsWith(question, answer.items);
}

function itemsWith({ requiredItems, optionalItems }: Question, ticked: Answer['items']): string[] {
  return [...requiredItems, ...optionalItems.filter(({ id }) => ticked.includes(id))].map(({ id }) => id);
}

/** An app that links its users by hand has a day for it. */
export async function writeLink(tx: Tx, taken: Taken): Promise<Link> {
  const { app, account, answer } = taken;
  const before = await tx.get('links', `${app.id}:${account.id}`);
  const link = linkAfter(before, { ...taken, items: answer.items }, before?.number ?? (await freeNumber(tx, app, account)));
  tx.put('links', link);
  return link;
}

/** The link as the answer leaves it. */
export function linkAfter(before: Link | undefined, linking: Linking, number: string): Link {
  const { app, account, question, items, now } = linking;
  const isFirst = question.variant === 'first';
  return {
    id: `${app.id}:${account.id}`,
    appId: app.id,
    accountId: account.id,
    number,
    ...(isFirst || !before ? begun(app, now) : { state: before.state, registerBy: before.registerBy }),
    connectedAt: isFirst ? now : (before?.connectedAt ?? now),
    synchedAt: synchedAt(before, linking),
    items: [...(before?.items ?? []), ...itemsWith(question, items).map((item) => ({ id: item, agreedAt: now }))],
    properties: before?.properties ?? {},
  };
}

/** When the screen of simple signup was used; for users from before it, when they first agree to terms there. Source: kakao-api 5.8. */
function synchedAt(before: Link | undefined, { question: { variant, terms }, bySync, now }: Linking): number | null {
  if (variant === 'first') return bySync ? now : null;
  return before?.synchedAt ?? (bySync && terms.length > 0 ? now : null);
}

function begun({ autoLink }: App, now: number): Pick<Link, 'state' | 'registerBy'> {
  return autoLink ? { state: 'linked', registerBy: null } : { state: 'preregistered', registerBy: now + DAY };
}

/** The user number of this person in this app: the first that nobody has, and that was not forgotten. */
export async function freeNumber(from: Reader, app: App, account: Account): Promise<string> {
  for (let turn = 0; ; turn += 1) {
    const number = userNumber(`${app.id}:${account.id}:${turn}`, account.userNumberDigits);
    const id = `${app.id}:${number}`;
    const isTaken = (await from.find('links', 'number', id)).length > 0 || (await from.get('retiredNumbers', id)) !== undefined;
    if (!isTaken) return number;
  }
}

export async function writeAgreements({ terms }: ConsentDeps, tx: Tx, { app, account, question, answer, now }: Taken): Promise<void> {
  const tags = [...answer.terms, ...(question.ageCheck ? [AGE_CHECK_TAG] : [])];
  for (const tag of tags) await terms.agree(tx, { appId: app.id, accountId: account.id, tag, agreedAt: now, agreedBy: 'KAUTH' });
}
