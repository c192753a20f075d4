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
  const agreements = await deps.terms.agreements(app.id, account.id, from);
  return {
    app,
    account,
    age: ageOf(account, deps.clock.now()),
    link: await findLink(deps, `${app.id}:${account.id}`, from),
    agreed: new Map(agreements.map((each) => [each.tag, each])),
    items: await deps.sync.usableItems(app, from),
    simpleSignup: await deps.sync.simpleSignup(app, from),
    channels: await offeredChannels(deps, app, request.channels, from),
  };
}
