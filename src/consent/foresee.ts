/** How people will stand with an app once they have agreed to all that a request asks. */
import type { Account, App, Link } from '../store/index.ts';
import { ask, type ConsentRequest } from './ask.ts';
import type { ConsentDeps } from './deps.ts';
import { foretold, rowsOf } from './inspection/foretold.ts';
import { type Offer, offerOf, situationOf } from './situation.ts';
import { type ItemStanding, itemStandings } from './standing.ts';
import { numberFor } from './write-answer.ts';

export interface Foreseen {
  link: Link;
  items: readonly ItemStanding[];
}

/** In the order of the accounts; null for a person whom the app refuses. What the app offers is looked up once for all of them. */
export async function foresee(
  deps: ConsentDeps,
  app: App,
  accounts: readonly Account[],
  request: ConsentRequest,
): Promise<(Foreseen | null)[]> {
  const offer = await offerOf(deps, app, request);
  return Promise.all(
    accounts.map(async (account) => {
      const link = await linkToCome(deps, app, account, request, offer);
      return link && { link, items: itemStandings(offer.items, link) };
    }),
  );
}

async function linkToCome(deps: ConsentDeps, app: App, account: Account, request: ConsentRequest, offer: Offer): Promise<Link | null> {
  const situation = await situationOf(deps, app, account, request, deps.store, offer);
  const asked = ask(situation, request);
  if (asked.kind === 'refused') return null;
  // Who is asked nothing is a user.
  if (asked.kind === 'nothing') return situation.link!;
  const { question } = asked;
  const now = deps.clock.now();
  return foretold(situation, question, rowsOf(question), { now, number: await numberFor(deps.store, app, account) }).link!;
}
