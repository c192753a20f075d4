/** 테스트 앱: its members alone can log in. Who somebody is, is known only after the login page. Source: kakao-api 1.6, 6. */
import type { App } from '../apps/index.ts';
import type { House } from '../house.ts';
import { checkNotSuspended } from './dialect/client-key.ts';
import { Koe } from './koe.ts';

/** Whether this person may log in to the app: to a suspended one nobody, to a test app its members only. */
export function mayLogIn({ suspended, testOf, members }: App, accountId: string): boolean {
  return !suspended && (testOf === null || members.some((member) => member.accountId === accountId));
}

/** As the app is now, whatever it was when the login began. Throws KOE125, KOE005. */
export async function checkMayLogIn({ accounts }: House, app: App, accountId: string): Promise<void> {
  checkNotSuspended(app);
  if (mayLogIn(app, accountId)) return;
  const nicknameOf = async (id: string) => (await accounts.byId(id))?.nickname ?? id;
  throw new Koe('KOE005', {
    account: await nicknameOf(accountId),
    members: await Promise.all(app.members.map((member) => nicknameOf(member.accountId))),
  });
}
