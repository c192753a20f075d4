/** What people do with their account, and 고객센터 with it: done and told to every linked app in one unit of work. Source: kakao-api 3.5. */
import { RuleBroken } from '../rule.ts';
import type { Account, Link, Tx } from '../store/index.ts';
import { type AccountEvent, announceAccount } from './callbacks/account.ts';
import type { ConsentDeps } from './deps.ts';
import { isUser } from './linked.ts';
import { unlinkIn } from './withdraw.ts';

/** The person alone is in charge of an app or a profile, which would be nobody's. `details.name`. */
export class StillInCharge extends RuleBroken {
  readonly code = 'still_in_charge';
}

/** All throw AccountClosed. Whether anything changed; of what did not, nobody is told. */
export function accountVerbs(deps: ConsentDeps) {
  const { store, accounts } = deps;

  /** Changes something and, if it did change, tells of it. */
  const doing = (accountId: string, event: AccountEvent, change: (tx: Tx) => Promise<unknown>): Promise<boolean> =>
    store.write(async (tx) => {
      if (!(await change(tx))) return false;
      await tellAll(deps, tx, accountId, event);
      return true;
    });

  return {
    changeProfile: (accountId: string, profile: Partial<Pick<Account, 'nickname' | 'image'>>) =>
      doing(accountId, { name: 'user-profile-changed' }, (tx) => accounts.changeFacts(tx, accountId, profile)),

    /** Throws WrongLogin. */
    changePassword: (accountId: string, present: string, password: string) =>
      doing(accountId, { name: 'credential-change' }, (tx) => accounts.changePassword(tx, accountId, present, password)),

    /** Throws LoginTaken. */
    changeEmail: (accountId: string, email: string) =>
      doing(accountId, { name: 'identifier-changed' }, (tx) => accounts.changeEmail(tx, accountId, email)),

    /** Who had the number before loses it. */
    changePhone: (accountId: string, phone: string) =>
      doing(accountId, { name: 'identifier-changed' }, async (tx) => {
        const { account, losing } = await accounts.changePhone(tx, accountId, phone);
        for (const { id } of losing) await tellAll(deps, tx, id, { name: 'identifier-recycled' });
        return account;
      }),

    /** 2단계 인증. */
    setTwoStep: (accountId: string, twoStep: boolean) =>
      doing(accountId, { name: 'assurance-level-change' }, (tx) => accounts.changeFacts(tx, accountId, { twoStep })),

    /** 모든 기기에서 로그아웃. Tokens of apps live on. */
    signOutEverywhere: (accountId: string) =>
      doing(accountId, { name: 'sessions-revoked' }, async (tx) => {
        await accounts.accountIn(tx, accountId);
        return accounts.endSessions(tx, accountId);
      }),

    /** 휴면 or 이용 제한: nobody signs in, and APIs answer that the account is inactive. */
    disable: (accountId: string) =>
      doing(accountId, { name: 'account-disabled' }, async (tx) => {
        await accounts.endSessions(tx, accountId);
        return accounts.changeFacts(tx, accountId, { status: 'disabled' });
      }),
    enable: (accountId: string) =>
      doing(accountId, { name: 'account-enabled' }, (tx) => accounts.changeFacts(tx, accountId, { status: 'active' })),

    /** 고객센터 asks for another password, or knows that it has leaked. */
    demandPassword: (accountId: string) =>
      doing(accountId, { name: 'account-credential-change-required' }, (tx) => accounts.changeFacts(tx, accountId, { passwordDue: true })),
    reportLeak: (accountId: string) =>
      doing(accountId, { name: 'credential-compromise' }, async (tx) => {
        await accounts.changeFacts(tx, accountId, { passwordDue: true });
        return true;
      }),

    /** 탈퇴, or 강제 탈퇴: unlinked everywhere, signed out, forgotten. Throws StillInCharge. */
    deleteAccount: (accountId: string, why: 'ACCOUNT_DELETE' | 'FORCED_ACCOUNT_DELETE') =>
      store.write((tx) => deleteIn(deps, tx, accountId, why)),
  };
}

/** Every app of which the person is a user. */
async function tellAll(deps: ConsentDeps, tx: Tx, accountId: string, event: AccountEvent): Promise<void> {
  for (const link of await usersIn(tx, accountId)) {
    const app = await deps.apps.byId(link.appId, tx);
    if (app) await announceAccount(deps, tx, app, link, [event]);
  }
}

async function usersIn(tx: Tx, accountId: string): Promise<Link[]> {
  return (await tx.find('links', 'account', accountId)).filter(isUser);
}

async function deleteIn(deps: ConsentDeps, tx: Tx, accountId: string, why: 'ACCOUNT_DELETE' | 'FORCED_ACCOUNT_DELETE'): Promise<void> {
  const { accounts, apps, channels } = deps;
  await accounts.accountIn(tx, accountId);
  const alone = (people: readonly { accountId: string; role: string }[], role: string): boolean =>
    people.filter((each) => each.role === role).every((each) => each.accountId === accountId) && people.some((each) => each.role === role);
  const kept =
    (await apps.ofMember(accountId, tx)).find(({ members }) => alone(members, 'owner')) ??
    (await channels.managedBy(accountId, tx)).find(({ managers }) => alone(managers, 'master'));
  if (kept) throw new StillInCharge(`${kept.name} would be nobody's`, { name: kept.name });
  for (const link of await usersIn(tx, accountId)) {
    const app = await apps.byId(link.appId, tx);
    if (!app) continue;
    await unlinkIn(deps, tx, app, link.id, why);
    await announceAccount(deps, tx, app, link, [{ name: 'account-purged' }]);
  }
  for (const { channelId } of await tx.find('friendships', 'account', accountId)) await channels.forget(tx, channelId, accountId);
  await accounts.endSessions(tx, accountId);
  await accounts.closeAccount(tx, accountId);
}
