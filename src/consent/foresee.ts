/** The link as it will be once a person has agreed to all that a request asks. */
import type { Account, App, Link } from '../store/index.ts';
import { ask, type ConsentRequest } from './ask.ts';
import type { ConsentDeps } from './deps.ts';
import { situationOf } from './situation.ts';
import { freeNumber, linkAfter } from './write-answer.ts';

/** Null for a person whom the app refuses. */
export async function foresee(deps: ConsentDeps, app: App, account: Account, request: ConsentRequest): Promise<Link | null> {
  const situation = await situationOf(deps, app, account, request);
  const asked = ask(situation, request);
  if (asked.kind === 'refused') return null;
  const { link: before, simpleSignup } = situation;
  // Who is asked nothing is a user.
  if (asked.kind === 'nothing') return before!;
  const { question } = asked;
  const items = question.optionalItems.map(({ id }) => id);
  const taken = { app, account, question, items, now: deps.clock.now(), bySync: simpleSignup !== null };
  return linkAfter(before, taken, before?.number ?? (await freeNumber(deps.store, app, account)));
}
