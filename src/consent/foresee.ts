/** The link as it will be once a person has agreed to all that a request asks. */
import type { Account, App, Link } from '../store/index.ts';
import { ask, type ConsentRequest } from './ask.ts';
import type { ConsentDeps } from './deps.ts';
import { situationOf } from './situation.ts';
import { foretold, rowsOf } from './inspection/foretold.ts';
import { numberFor } from './write-answer.ts';

/** Null for a person whom the app refuses. */
export async function foresee(deps: ConsentDeps, app: App, account: Account, request: ConsentRequest): Promise<Link | null> {
  const situation = await situationOf(deps, app, account, request);
  const asked = ask(situation, request);
  if (asked.kind === 'refused') return null;
  // Who is asked nothing is a user.
  if (asked.kind === 'nothing') return situation.link!;
  const { question } = asked;
  const now = deps.clock.now();
  return foretold(situation, question, rowsOf(question), { now, number: await numberFor(deps.store, app, account) }).link!;
}
