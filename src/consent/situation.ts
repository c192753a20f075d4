/** Gathers what a question depends on, from the store or from within a unit of work. */
import { ageOf } from '../accounts/index.ts';
import type { Account, App, Reader } from '../store/index.ts';
import type { Situation } from './ask.ts';
import type { ConsentDeps } from './deps.ts';

export async function situationOf(
  { store, clock, sync, terms, channels }: ConsentDeps,
  app: App,
  account: Account,
  from: Reader = store,
): Promise<Situation> {
  const agreements = await terms.agreements(app.id, account.id, from);
  const offered = app.channelOnConsent ? await channels.byId(app.channelOnConsent, from) : undefined;
  return {
    app,
    account,
    age: ageOf(account, clock.now()),
    link: await from.get('links', `${app.id}:${account.id}`),
    agreedTags: new Set(agreements.map(({ tag }) => tag)),
    items: await sync.usableItems(app, from),
    simpleSignup: await sync.simpleSignup(app, from),
    channels: offered ? [offered] : [],
  };
}
