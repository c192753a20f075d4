/** Members of an app (팀 관리): the owner invites, promotes and removes them. One owner always stays. */
import { RuleBroken } from '../rule.ts';
import type { App, Tx } from '../store/index.ts';
import { appFor, type AppRole } from './roles.ts';

/** There is no such account, or it is no member of this app. */
export class UnknownMember extends RuleBroken {
  readonly code = 'unknown_member';
}

/** An app without an owner would belong to nobody. */
export class LastOwner extends RuleBroken {
  readonly code = 'last_owner';
}

/** The account is a member; a role is changed, not given again. */
export class AlreadyMember extends RuleBroken {
  readonly code = 'already_member';
}

/** Throws UnknownApp, AppRoleMissing, UnknownMember, AlreadyMember. */
export async function invite(tx: Tx, by: string, appId: string, accountId: string, role: AppRole): Promise<App> {
  const { members } = await appFor(tx, appId, by, 'owner');
  if (members.some((each) => each.accountId === accountId)) throw new AlreadyMember(`${accountId} is a member`, { accountId });
  return setMember(tx, by, appId, accountId, role);
}

/** Gives the account this role, whatever it had before. Throws UnknownApp, AppRoleMissing, UnknownMember, LastOwner. */
export async function setMember(tx: Tx, by: string, appId: string, accountId: string, role: AppRole): Promise<App> {
  const app = await appFor(tx, appId, by, 'owner');
  if (!(await tx.get('accounts', accountId))) throw new UnknownMember(`no account ${accountId}`, { accountId });
  const isNew = !app.members.some((each) => each.accountId === accountId);
  const members = app.members.map((each) => (each.accountId === accountId ? { accountId, role } : each));
  return put(tx, app, isNew ? [...members, { accountId, role }] : members);
}

/** The owner removes anybody, and everybody may leave. Throws UnknownApp, AppRoleMissing, UnknownMember, LastOwner. */
export async function removeMember(tx: Tx, by: string, appId: string, accountId: string): Promise<App> {
  const app = await appFor(tx, appId, by, by === accountId ? 'member' : 'owner');
  const members = app.members.filter((each) => each.accountId !== accountId);
  if (members.length === app.members.length) throw new UnknownMember(`${accountId} is no member`, { accountId });
  return put(tx, app, members);
}

function put(tx: Tx, app: App, members: App['members']): App {
  if (!members.some(({ role }) => role === 'owner')) throw new LastOwner('one owner has to stay', { appId: app.id });
  const after = { ...app, members };
  tx.put('apps', after);
  return after;
}
