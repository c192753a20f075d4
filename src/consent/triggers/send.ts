/** Every callback by hand: as it would be sent if its cause had just happened, from the state as it is, which stays so. */
import { accountEvent, type AccountEventName, UnknownApp } from '../../apps/index.ts';
import type { Account, App, Friendship, Link, Reader, Tx } from '../../store/index.ts';
import type { Outgoing } from '../../webhooks/index.ts';
import { type AccountEvent, accountCallback } from '../callbacks/account.ts';
import { channelCallback } from '../callbacks/channel.ts';
import { signupCallback, signupPlace } from '../callbacks/sync.ts';
import { referrerOf, unlinkCallback } from '../callbacks/unlink.ts';
import type { ConsentDeps } from '../deps.ts';
import {
  NoCallbackAddress,
  NoChannelToTell,
  NoUserToTell,
  ReasonNotTold,
  type TriggerRequest,
  triggers,
  UnknownTrigger,
} from './events.ts';

/** Writes the delivery; its id. Throws what compose throws. */
export async function sendTrigger(deps: ConsentDeps, tx: Tx, request: TriggerRequest): Promise<string> {
  const callback = await compose(deps, tx, request);
  deps.webhooks.enqueue(tx, callback);
  return callback.id;
}

/** What would be sent. Throws UnknownTrigger, UnknownApp, NoCallbackAddress, NoUserToTell, NoChannelToTell, ReasonNotTold. */
export async function compose(deps: ConsentDeps, from: Reader, request: TriggerRequest): Promise<Outgoing> {
  const { name, appId, reason = 'UNLINK_FROM_APPS' } = request;
  const known = triggers.find((each) => each.name === name);
  if (!known) throw new UnknownTrigger(`there is no event ${name}`, { name });
  const app = await deps.apps.byId(appId, from);
  if (!app) throw new UnknownApp(`no app ${appId}`, { appId });
  const endpoint = await deps.webhooks.endpoint(appId, known.kind, from);
  if (!endpoint) throw new NoCallbackAddress(`app ${appId} has no address for this`, { appId, kind: known.kind });
  const account = await personIn(from, request);
  if (known.kind === 'channel') return ofChannel(deps, from, app, account, request);
  const link = await userIn(from, app, account);
  if (known.kind === 'account') return accountCallback(deps, from, endpoint, app, link, eventOf(known.name, link, request));
  if (known.kind === 'unlink' && referrerOf(reason) === null) throw new ReasonNotTold(`${reason} is not told by this webhook`, { reason });
  // There is an address.
  if (known.kind === 'unlink') return (await unlinkCallback(deps, from, app, link, reason))!;
  const { terms, ageCheck } = (await deps.sync.simpleSignup(app, from)) ?? { terms: [], ageCheck: false };
  const agreements = await deps.terms.agreements(appId, account.id, from);
  return signupCallback(deps, (await signupPlace(deps, from, app, account))!, app, account, link, { terms, ageCheck, agreements });
}

async function personIn(from: Reader, { accountId = '' }: TriggerRequest): Promise<Account> {
  const account = await from.get('accounts', accountId);
  if (!account) throw new NoUserToTell(`no account ${accountId}`, { accountId });
  return account;
}

/** Of a link that has ended the number is known still: a callback may be late. */
async function userIn(from: Reader, app: App, { id: accountId }: Account): Promise<Link> {
  const link = await from.get('links', `${app.id}:${accountId}`);
  if (!link) throw new NoUserToTell(`account ${accountId} was never linked to app ${app.id}`, { accountId });
  return link;
}

async function ofChannel(
  deps: ConsentDeps,
  from: Reader,
  app: App,
  account: Account,
  { name, channelId }: TriggerRequest,
): Promise<Outgoing> {
  const connected = (await deps.sync.connections(app.id, from)).map((connection) => connection.channelId);
  const told = channelId ? connected.find((id) => id === channelId) : (connected.find((id) => id === app.channelOnConsent) ?? connected[0]);
  if (!told) throw new NoChannelToTell(`app ${app.id} has no such profile`, { appId: app.id, channelId });
  const now = deps.clock.now();
  const relation = name === 'channel.added' ? 'ADDED' : 'BLOCKED';
  const id = `${told}:${account.id}`;
  const friendship: Friendship = { id, channelId: told, accountId: account.id, relation, createdAt: now, updatedAt: now };
  return (await channelCallback(deps, from, app.id, account, friendship))!; // address and profile are there
}

function eventOf(trigger: string, { items }: Link, { reason = 'UNLINK_FROM_APPS', scopes }: TriggerRequest): AccountEvent {
  const { name } = accountEvent(trigger.slice('account.'.length) as AccountEventName);
  if (name === 'user-unlinked') return { name, reason };
  if (name === 'user-scope-consent' || name === 'user-scope-withdraw') return { name, scope: scopes ?? items.map(({ id }) => id) };
  return { name };
}
