/** The link as it stands inside of a unit of work: the person may have left since the call was let in. */
import { RuleBroken } from '../rule.ts';
import type { Link, Tx } from '../store/index.ts';

/** The app has no linked user with this number. */
export class UserNotLinked extends RuleBroken {
  readonly code = 'user_not_linked';
  constructor(appId: string, number: string) {
    super(`user ${number} is not linked to app ${appId}`, { appId, number });
  }
}

/** The link with this id, read anew. Throws UserNotLinked. */
export async function linkedIn(tx: Tx, { id, appId, number }: Link): Promise<Link> {
  const link = await tx.get('links', id);
  if (link?.state !== 'linked') throw new UserNotLinked(appId, number);
  return link;
}
