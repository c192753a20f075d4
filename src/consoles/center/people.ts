/** Managers in words, and the roles that they can have. */
import type { ChannelRole } from '../../channels/index.ts';
import type { House } from '../../house.ts';
import type { Translate } from '../../web/text/index.ts';
import type { Choice } from '../kit/fields.ts';
import { roleWord } from './profile.ts';

/** Somebody who is gone meanwhile is called by the id. */
export async function nameOf({ accounts }: House, accountId: string): Promise<{ name: string; login: string }> {
  const account = await accounts.byId(accountId);
  return { name: account?.nickname ?? accountId, login: account?.email?.address ?? account?.phone ?? '' };
}

export function roleChoices(t: Translate, roles: readonly ChannelRole[]): Choice[] {
  return roles.map((role) => ({ value: role, word: roleWord(t, role), note: t(`center.role.${role}Says`) }));
}
