/**
 * Accounts (카카오계정): the people who can sign in, what is known of them, and who is signed in to our own pages.
 * Words: persona = an account the login page offers by one click; login id = e-mail or phone number.
 * Limits: only accounts of the store sign in; age is worked out from the house clock, never stored.
 * Leaves to others: what an app may see of a person (consent), the session of the login itself (oauth).
 */
import { type Clock, DAY } from '../clock.ts';
import { type Account, ALL, randomToken, type Store, timeId } from '../store/index.ts';
import * as changes from './changes.ts';
import { LoginTaken, WrongLogin } from './refused.ts';

export { ageOf, ageRange } from './age.ts';
export { AccountClosed } from './changes.ts';
export { LoginTaken, WrongLogin } from './refused.ts';
export { type Person, personOf, type Spelling } from './person.ts';
export type { Account } from '../store/index.ts';

/** What a person types to make an account. */
export interface NewAccount {
  email: string;
  password: string;
  nickname: string;
  /** `YYYY-MM-DD`, or null for a person of unknown age. */
  birthdate: string | null;
}

export type Accounts = ReturnType<typeof openAccounts>;

export function openAccounts({ store, clock }: { store: Store; clock: Clock }) {
  async function byLogin(loginId: string): Promise<Account | undefined> {
    const [account] = await store.find('accounts', 'login', loginId.trim());
    return account ?? (await store.find('accounts', 'login', loginId.trim().toLowerCase()))[0];
  }

  return {
    byId: (id: string) => store.get('accounts', id),

    /** The account with this e-mail address, phone number or persona key, however it is capitalised. */
    byLogin,

    /** The persona with this key, while it can sign in. */
    async persona(key: string): Promise<Account | undefined> {
      return (await store.find('accounts', 'key', key)).find(isActive);
    },

    /** Everybody, in the order of ids. */
    all: (): Promise<Account[]> => store.find('accounts', 'all', ALL),

    /** All personas that can sign in, in the order of the seed. */
    async personas(): Promise<Account[]> {
      return (await store.find('accounts', 'persona', ALL)).filter(isActive);
    },

    /** The account that these credentials open. Throws WrongLogin. */
    async signIn(loginId: string, password: string): Promise<Account> {
      const account = await byLogin(loginId);
      if (!account || !isActive(account) || account.password !== password) throw new WrongLogin('login id and password do not fit');
      return account;
    },

    /** Makes an account: e-mail verified, with KakaoTalk. Throws LoginTaken. */
    signUp: ({ email, password, nickname, birthdate }: NewAccount): Promise<Account> =>
      store.write(async (tx) => {
        const address = email.toLowerCase();
        if ((await tx.find('accounts', 'login', address)).length > 0)
          throw new LoginTaken('this e-mail address has an account', { email: address });
        const [year, month, day] = birthdate?.split('-') ?? [];
        const account: Account = {
          ...UNKNOWN_PERSON,
          id: timeId(clock.now()),
          password,
          email: { address, valid: true, verified: true },
          nickname,
          birthyear: year ?? null,
          birthday: month && day ? { day: month + day, type: 'SOLAR', isLeapMonth: false } : null,
        };
        tx.put('accounts', account);
        return account;
      }),

    /** Opens a session for our own pages; its id goes into a cookie. */
    async openSession(accountId: string): Promise<string> {
      const id = randomToken();
      await store.write(async (tx) => tx.put('sessions', { id, accountId, expiresAt: clock.now() + DAY }));
      return id;
    },

    /** Who is signed in by this session id, if anybody still is. */
    async inSession(id: string | undefined): Promise<Account | undefined> {
      const session = id ? await store.get('sessions', id) : undefined;
      const account = session && session.expiresAt > clock.now() ? await store.get('accounts', session.accountId) : undefined;
      return account && isActive(account) ? account : undefined;
    },

    closeSession: (id: string) => store.write(async (tx) => tx.remove('sessions', id)),

    /** What changes of an account, in the caller's unit of work; see changes.ts. */
    ...changes,
  };
}

/** Whether the person can sign in, and be asked about. */
export function isActive({ status }: Pick<Account, 'status'>): boolean {
  return status === 'active';
}

const UNKNOWN_PERSON = {
  key: null,
  says: null,
  phone: null,
  hasTalk: true,
  isDefaultNickname: false,
  image: null,
  name: null,
  gender: null,
  ci: null,
  addresses: [],
  status: 'active',
  twoStep: false,
  passwordDue: false,
  userNumberDigits: 10,
} as const;
