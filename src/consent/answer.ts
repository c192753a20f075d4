/** Takes the answer to a consent screen: checked against a question asked anew, then written in one unit of work. */
import { RuleBroken } from '../rule.ts';
import type { Account, Agreement, App, Link, Tx } from '../store/index.ts';
import { UnderAge } from './age.ts';
import { type Answer, type Ask, ask, type ConsentRequest, type Question } from './ask.ts';
import { announceAccount } from './callbacks/account.ts';
import { announceSignup, signupPlace } from './callbacks/sync.ts';
import type { ConsentDeps } from './deps.ts';
import { befriend } from './friends.ts';
import { agreedItems } from './given.ts';
import type { Shown } from './record/wording.ts';
import { recordAnswer } from './record/write.ts';
import { situationOf } from './situation.ts';
import { unlinkIn } from './withdraw.ts';
import { numberFor, type Taken, writeAgreements, writeLink } from './write-answer.ts';

/** Two of them look for a free number, and write down who has which, in the same places. */
const IN_TURN = { inTurn: 'consent' };

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
 * Writes the answer down: link, agreements, record, friendship and callbacks together or not at all.
 * A person who by now has nothing left to agree to (a second tab was faster) changes nothing. Resolves with what was asked.
 * Throws RequiredDeclined, NotOffered, UnderAge.
 */
export async function answerQuestion(
  deps: ConsentDeps,
  app: App,
  account: Account,
  request: ConsentRequest,
  answer: Answer,
  shown: Shown,
): Promise<Ask> {
  return deps.store.write(async (tx) => {
    const now = deps.clock.now();
    const ofNow = () => situationOf(deps, app, account, request, tx);
    // Together, as all others wait for their turn meanwhile: what telling of it asks again below is known by then.
    const [before, number] = await Promise.all([
      ofNow(),
      numberFor(tx, app, account),
      signupPlace(deps, tx, app, account),
      deps.webhooks.endpoint(app.id, 'account', tx),
    ]);
    // What is left of a sign-up that came to nothing must not stand beside the new one.
    const isLeft = await unlinkIn(deps, tx, app, `${app.id}:${account.id}`, 'INCOMPLETE_SIGN_UP');
    const situation = isLeft ? await ofNow() : before;
    const asked = ask(situation, request);
    if (asked.kind === 'nothing') return asked;
    if (asked.kind === 'refused') throw new UnderAge('the account belongs to a person under 14');
    checkAnswer(asked.question, answer);

    const taken: Taken = { app, account, question: asked.question, answer, shown, now, bySync: situation.simpleSignup !== null };
    const link = await writeLink(tx, taken, number);
    const agreements = await writeAgreements(deps, tx, taken);
    recordAnswer(tx, taken, link);
    for (const channelId of answer.channels) await befriend(deps, tx, channelId, account, 'ADDED');
    await announceConsent(deps, tx, taken, link, agreements);
    return asked;
  }, IN_TURN);
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

/** Who is registered by the app itself is not linked yet: register.ts tells of that. */
async function announceConsent(deps: ConsentDeps, tx: Tx, taken: Taken, link: Link, agreements: readonly Agreement[]): Promise<void> {
  const { app, account, question } = taken;
  const isFirst = question.variant === 'first';
  const scope = agreedItems(taken);
  await announceAccount(deps, tx, app, link, [
    ...(isFirst && link.state === 'linked' ? [{ name: 'user-linked' as const }] : []),
    ...(scope.length > 0 ? [{ name: 'user-scope-consent' as const, scope }] : []),
  ]);
  if (isFirst) await announceSignup(deps, tx, app, account, link, { ...question, agreements });
}
