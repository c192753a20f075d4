/** Takes the answer to a consent screen: checked against a question asked anew, then written in one unit of work. */
import { DAY } from '../clock.ts';
import { RuleBroken } from '../rule.ts';
import { type Account, type App, type Link, type Tx, userNumber } from '../store/index.ts';
import { AGE_CHECK_TAG } from '../terms/index.ts';
import { UnderAge } from './age.ts';
import { ask, type ConsentRequest, type Question } from './ask.ts';
import { announceSignup } from './callbacks.ts';
import type { ConsentDeps } from './deps.ts';
import { befriend } from './friends.ts';
import { situationOf } from './situation.ts';
import { unlinkIn } from './withdraw.ts';

/** What was ticked. Required items share one box. */
export interface Answer {
  requiredItems: boolean;
  items: readonly string[];
  terms: readonly string[];
  age: boolean;
  channels: readonly string[];
}

/** A required row was not ticked. `details.missing` lists `items`, tags of terms, `age`. */
export class RequiredDeclined extends RuleBroken {
  readonly code = 'required_declined';
  readonly missing: readonly string[];
  constructor(missing: readonly string[]) {
    super(`required rows were not agreed to: ${missing.join(', ')}`, { missing });
    this.missing = missing;
  }
}

/** The answer names a row that the screen did not have. */
export class NotOffered extends RuleBroken {
  readonly code = 'not_offered';
}

/**
 * Writes the answer down: link, agreements, friendship and callbacks together or not at all.
 * A person who by now has nothing left to agree to (a second tab was faster) changes nothing.
 * Throws RequiredDeclined, NotOffered, UnderAge.
 */
export async function answerQuestion(
  deps: ConsentDeps,
  app: App,
  account: Account,
  request: ConsentRequest,
  answer: Answer,
): Promise<void> {
  await deps.store.write(async (tx) => {
    const now = deps.clock.now();
    // What is left of a sign-up that came to nothing must not stand beside the new one.
    await unlinkIn(deps, tx, app, `${app.id}:${account.id}`, 'INCOMPLETE_SIGN_UP');
    const situation = await situationOf(deps, app, account, request, tx);
    const asked = ask(situation, request);
    if (asked.kind === 'nothing') return;
    if (asked.kind === 'refused') throw new UnderAge('the account belongs to a person under 14');
    checkAnswer(asked.question, answer);

    const taken: Taken = { app, account, question: asked.question, answer, now, bySync: situation.simpleSignup !== null };
    const link = await writeLink(tx, taken);
    await writeAgreements(deps, tx, taken);
    for (const channelId of answer.channels) await befriend(deps, tx, channelId, account, 'ADDED');
    if (asked.question.variant === 'first') await announceSignup(deps, tx, app, account, link, asked.question);
  });
}

/** Throws NotOffered for a row that is not in the question, RequiredDeclined for one that had to be ticked. */
export function checkAnswer(question: Question, answer: Answer): void {
  refuseOthers('item', answer.items, question.optionalItems);
  refuseOthers(
    'term',
    answer.terms,
    question.terms.map(({ tag }) => ({ id: tag })),
  );
  refuseOthers('channel', answer.channels, question.channels);
  if (answer.age && !question.ageCheck) throw new NotOffered('the age row was not on the screen', { row: 'age' });
  const missing = [
    ...(question.requiredItems.length > 0 && !answer.requiredItems ? ['items'] : []),
    ...question.terms.filter(({ required, tag }) => required && !answer.terms.includes(tag)).map(({ tag }) => tag),
    ...(question.ageCheck && !answer.age ? ['age'] : []),
  ];
  if (missing.length > 0) throw new RequiredDeclined(missing);
}

function refuseOthers(row: string, answered: readonly string[], offered: readonly { id: string }[]): void {
  const other = answered.find((id) => !offered.some((each) => each.id === id));
  if (other !== undefined) throw new NotOffered(`${row} ${other} was not on the screen`, { row, id: other });
}

/** An answer that fits its question, and the moment that all of it is dated. */
interface Taken {
  app: App;
  account: Account;
  question: Question;
  answer: Answer;
  now: number;
  /** Whether it was given on the screen of simple signup. */
  bySync: boolean;
}

/** An app that links its users by hand has a day for it. */
async function writeLink(tx: Tx, { app, account, question, answer, now, bySync }: Taken): Promise<Link> {
  const id = `${app.id}:${account.id}`;
  const before = await tx.get('links', id);
  const agreed = [...question.requiredItems, ...question.optionalItems.filter((item) => answer.items.includes(item.id))];
  const isFirst = question.variant === 'first';
  const link: Link = {
    id,
    appId: app.id,
    accountId: account.id,
    number: before?.number ?? (await freeNumber(tx, app, account)),
    ...(isFirst || !before ? begun(app, now) : { state: before.state, registerBy: before.registerBy }),
    connectedAt: isFirst ? now : (before?.connectedAt ?? now),
    synchedAt: isFirst ? (bySync ? now : null) : (before?.synchedAt ?? null),
    items: [...(before?.items ?? []), ...agreed.map((item) => ({ id: item.id, agreedAt: now }))],
    properties: before?.properties ?? {},
  };
  tx.put('links', link);
  return link;
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

async function writeAgreements({ terms }: ConsentDeps, tx: Tx, { app, account, question, answer, now }: Taken): Promise<void> {
  const tags = [...answer.terms, ...(question.ageCheck ? [AGE_CHECK_TAG] : [])];
  for (const tag of tags) await terms.agree(tx, { appId: app.id, accountId: account.id, tag, agreedAt: now, agreedBy: 'KAUTH' });
}
