/** What changes of an account: by its person, or by 고객센터. Each in the caller's unit of work, with the account as it is then. */
import { RuleBroken } from '../rule.ts';
import type { Account, Tx } from '../store/index.ts';
import { LoginTaken, WrongLogin } from './refused.ts';

/** There is no such account, or not any more. `details.accountId`. */
export class AccountClosed extends RuleBroken {
  readonly code = 'account_closed';
}

/** The account with this id, disabled or not. Throws AccountClosed. */
export async function accountIn(tx: Tx, accountId: string): Promise<Account> {
  const account = await tx.get('accounts', accountId);
  if (!account || account.status === 'deleted') throw new AccountClosed(`no account ${accountId}`, { accountId });
  return account;
}

/** Puts the account with this change; undefined where it changes nothing. */
function changed(tx: Tx, account: Account, change: Partial<Account>): Account | undefined {
  const after = { ...account, ...change };
  if (JSON.stringify(after) === JSON.stringify(account)) return undefined;
  tx.put('accounts', after);
  return after;
}

/** Any fact that is nobody else's business. Undefined where nothing changes. Throws AccountClosed. */
export async function changeFacts(
  tx: Tx,
  accountId: string,
  change: Partial<Pick<Account, 'nickname' | 'image' | 'status' | 'twoStep' | 'passwordDue'>>,
): Promise<Account | undefined> {
  const account = await accountIn(tx, accountId);
  return changed(tx, account, { ...change, ...(change.nickname !== undefined && { isDefaultNickname: false }) });
}

/** Throws AccountClosed, WrongLogin where the present password is another one. */
export async function changePassword(tx: Tx, accountId: string, present: string, password: string): Promise<Account | undefined> {
  const account = await accountIn(tx, accountId);
  if (account.password !== present) throw new WrongLogin('the present password is another one');
  return changed(tx, account, { password, passwordDue: false });
}

/** Throws AccountClosed, LoginTaken. */
export async function changeEmail(tx: Tx, accountId: string, email: string): Promise<Account | undefined> {
  const account = await accountIn(tx, accountId);
  const address = email.toLowerCase();
  const others = (await tx.find('accounts', 'login', address)).filter(({ id }) => id !== accountId);
  if (others.length > 0) throw new LoginTaken('this e-mail address has an account', { email: address });
  return account.email?.address === address ? undefined : changed(tx, account, { email: { address, valid: true, verified: true } });
}

/** A number belongs to whoever proved it last: somebody who had it before is `losing` it. Throws AccountClosed. */
export async function changePhone(
  tx: Tx,
  accountId: string,
  phone: string,
): Promise<{ account: Account | undefined; losing: readonly Account[] }> {
  const account = await accountIn(tx, accountId);
  const losing = (await tx.find('accounts', 'login', phone)).filter(({ id }) => id !== accountId);
  for (const other of losing) tx.put('accounts', { ...other, phone: null });
  return { account: changed(tx, account, { phone }), losing };
}

/** 탈퇴: what was known of the person goes; the row stays for those who refer to it. Nobody signs in any more. Throws AccountClosed. */
export async function closeAccount(tx: Tx, accountId: string): Promise<void> {
  const account = await accountIn(tx, accountId);
  tx.put('accounts', { ...account, ...NOBODY });
}

const NOBODY = {
  status: 'deleted',
  key: null,
  says: null,
  email: null,
  phone: null,
  nickname: '(알 수 없음)',
  isDefaultNickname: true,
  image: null,
  name: null,
  gender: null,
  birthyear: null,
  birthday: null,
  ci: null,
  addresses: [],
  hasTalk: false,
  twoStep: false,
  passwordDue: false,
} as const satisfies Partial<Account>;

/** Everybody signed in as this person is signed out: of the login, and of our own pages. Whether anybody was. */
export async function endSessions(tx: Tx, accountId: string): Promise<boolean> {
  const own = await tx.find('sessions', 'account', accountId);
  const logins = await tx.find('artifacts', 'session', accountId);
  for (const { id } of own) tx.remove('sessions', id);
  for (const { id } of logins) tx.remove('artifacts', id);
  return own.length + logins.length > 0;
}
