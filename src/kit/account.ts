/** Makes people, and makes them new to an app again. */
import type { z } from 'zod';
import { LoginTaken } from '../accounts/index.ts';
import type { House } from '../house.ts';
import { type Account, ALL, timeId, type Tx } from '../store/index.ts';
import { type AccountFacts, type accountInput } from './account-input.ts';
import { addressesOf } from './address.ts';
import { findAccount, findApp } from './find.ts';
import { IdTaken } from './refused.ts';

export function accountOf({ id, key, email, phone, password, nickname, status, says }: Account): AccountFacts {
  const address = email?.address ?? null;
  return { id, key, login: address ?? phone ?? key ?? '', password, nickname, email: address, phone, status, says: says?.en ?? '' };
}

/** Makes an account. Throws IdTaken, LoginTaken. */
export function createAccount({ store, clock }: House, given: z.output<typeof accountInput>): Promise<AccountFacts> {
  return store.write(async (tx) => {
    const { email, phone, key = null, addresses, ...facts } = given;
    const number = await freeNumber(tx);
    const account: Account = {
      ...facts,
      id: given.id ?? timeId(clock.now()),
      key,
      says: key === null ? null : { ko: '시험에서 만든 계정입니다.', en: 'Made by a test.' },
      nickname: given.nickname ?? `테스트 ${number}`,
      email:
        email === undefined
          ? mailbox(loginsOf(number).email)
          : typeof email === 'string'
            ? mailbox(email)
            : email && mailbox(email.address, email),
      phone: phone === undefined ? loginsOf(number).phone : phone,
      ci: given.ci === undefined ? { value: madeUpCi(number), authenticatedAt: clock.now() } : given.ci,
      addresses: addressesOf(addresses, clock.now()),
      isDefaultNickname: false,
      status: 'active',
      twoStep: false,
      passwordDue: false,
    };
    await mustBeFree(tx, account);
    tx.put('accounts', account);
    return accountOf(account);
  });
}

function mailbox(address: string, { valid, verified } = { valid: true, verified: true }): NonNullable<Account['email']> {
  return { address: address.toLowerCase(), valid, verified };
}

const loginsOf = (number: number) => ({ email: `test-${number}@example.com`, phone: `+82 10-1000-${String(number).padStart(4, '0')}` });

/** The lowest number whose e-mail address and phone number nobody has. */
async function freeNumber(tx: Tx): Promise<number> {
  const taken = new Set((await tx.find('accounts', 'all', ALL)).flatMap(({ email, phone }) => [email?.address, phone]));
  for (let number = 1; ; number += 1) {
    const { email, phone } = loginsOf(number);
    if (!taken.has(email) && !taken.has(phone)) return number;
  }
}

/** 88 characters of base64, as a CI is, and plainly none. */
function madeUpCi(number: number): string {
  return Buffer.from(`SIMULATOR CI ${number} `.padEnd(64, '.')).toString('base64');
}

async function mustBeFree(tx: Tx, { id, key, email, phone }: Account): Promise<void> {
  if (await tx.get('accounts', id)) throw new IdTaken('id', id, 'an account');
  for (const login of [key, email?.address, phone]) {
    if (login && (await tx.find('accounts', 'login', login)).length > 0) throw new LoginTaken(`somebody has the login ${login}`, { login });
  }
}

/** Forgets a user of an app; whether there was one. Throws InputRefused for an app or a person that there is not. */
export async function forgetUser(house: House, app: string, user: string): Promise<boolean> {
  const { id } = await findApp(house, app);
  return house.consent.forget(id, (await findAccount(house, user, await house.apps.byId(id))).id);
}
