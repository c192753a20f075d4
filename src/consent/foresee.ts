/** How a person will stand with an app once they have agreed to all that a request asks. */
import type { Account, App, Link } from '../store/index.ts';
import { ask, type ConsentRequest } from './ask.ts';
import type { ConsentDeps } from './deps.ts';
import { foretold, rowsOf } from './inspection/foretold.ts';
import { situationOf } from './situation.ts';
import { type ItemStanding, itemStandings } from './standing.ts';
import { numberFor } from './write-answer.ts';

export interface Foreseen {
  link: Link;
  items: readonly ItemStanding[];
}

/** Null for a person whom the app refuses. */
export async function foresee(deps: ConsentDeps, app: App, account: Account, request: ConsentRequest): Promise<Foreseen | null> {
  const situation = await situationOf(deps, app, account, request);
  const asked = ask(situation, request);
  if (asked.kind === 'refused') return null;
  const standing = (link: Link): Foreseen => ({ link, items: itemStandings(situation.items, link) });
  // Who is asked nothing is a user.
  if (asked.kind === 'nothing') return standing(situation.link!);
  const { question } = asked;
  const now = deps.clock.now();
  return standing(foretold(situation, question, rowsOf(question), { now, number: await numberFor(deps.store, app, account) }).link!);
}
