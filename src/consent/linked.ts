/**
 * Links as they stand. A preregistered user who was not registered in time is no user from that moment on, whether
 * overdue.ts has been there or not; and within a unit of work a person may have left since the call was let in.
 * Source: kakao-api 2.9, 5.9.
 */
import { RuleBroken } from '../rule.ts';
import type { Link, Reader, Tx } from '../store/index.ts';
import type { ConsentDeps } from './deps.ts';

/** The app has no user with this number. */
export class UserNotLinked extends RuleBroken {
  readonly code = 'user_not_linked';
  constructor(appId: string, number: string) {
    super(`user ${number} is not linked to app ${appId}`, { appId, number });
  }
}

/** The user has agreed and logged in, and the app has not registered them yet. */
export class UserPreregistered extends RuleBroken {
  readonly code = 'user_preregistered';
  constructor({ appId, number }: Link) {
    super(`user ${number} is not registered in app ${appId}`, { appId, number });
  }
}

/** What an unlink leaves of a link: the number, for the day the person returns. */
export const ENDED = { state: 'unlinked', registerBy: null, connectedAt: null, synchedAt: null, items: [], properties: {} } as const;

/** Whether the time to register this user is over. */
export function isOverdue({ state, registerBy }: Link, now: number): boolean {
  return state === 'preregistered' && registerBy !== null && registerBy <= now;
}

/** The link as it stands, unlinked ones included. */
export async function findLink({ store, clock }: ConsentDeps, id: string, from: Reader = store): Promise<Link | undefined> {
  const link = await from.get('links', id);
  return link && isOverdue(link, clock.now()) ? { ...link, ...ENDED } : link;
}

/** The links of a person to the apps that they are a user of, registered or not. */
export async function linksOf(deps: ConsentDeps, accountId: string): Promise<Link[]> {
  const links = await deps.store.find('links', 'account', accountId);
  return (await Promise.all(links.map(({ id }) => findLink(deps, id)))).filter(isUser);
}

/** Whether the person has agreed to this app, registered or not. */
export function isUser(link: Link | undefined): link is Link {
  return link !== undefined && link.state !== 'unlinked';
}

/** The link with this id, read anew. Throws UserNotLinked. */
export async function linkedIn(tx: Tx, { id, appId, number }: Link): Promise<Link> {
  const link = await tx.get('links', id);
  if (link?.state !== 'linked') throw new UserNotLinked(appId, number);
  return link;
}
