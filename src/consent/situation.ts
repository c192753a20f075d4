/** Gathers what a question depends on, from the store or from within a unit of work. */
import { ageOf } from '../accounts/index.ts';
import type { Account, App, Reader } from '../store/index.ts';
import type { ConsentRequest, Situation } from './ask.ts';
import type { ConsentDeps } from './deps.ts';
import { findLink } from './linked.ts';
import { offeredChannels } from './offered-channels.ts';

export async function situationOf(
  deps: ConsentDeps,
  app: App,
  account: Account,
  request: ConsentRequest,
  from: Reader = deps.store,
): Promise<Situation> {
  // Together, as none waits for another: whoever answers the question holds up all others meanwhile.
  const [agreements, link, items, simpleSignup, channels] = await Promise.all([
    deps.terms.agreements(app.id, account.id, from),
    findLink(deps, `${app.id}:${account.id}`, from),
    deps.sync.usableItems(app, from),
    deps.sync.simpleSignup(app, from),
    offeredChannels(deps, app, request.channels, from),
  ]);
  const agreed = new Map(agreements.map((each) => [each.tag, each]));
  return { app, account, age: ageOf(account, deps.clock.now()), link, agreed, items, simpleSignup, channels };
}
