/** The people who can sign in: by which names they are found, what opens an account, and who is signed in to our own pages. */
import assert from 'node:assert/strict';
import { type Account, LoginTaken, openAccounts, WrongLogin } from '../../src/accounts/index.ts';
import { createClock, DAY, SECOND } from '../../src/clock.ts';
import { openMemory } from '../../src/store/memory/open.ts';
import { plantOnce } from '../../src/store/seed/once.ts';
import { SEED } from '../helpers/house.ts';

const NEW = { email: 'Spring@Example.com', password: 'secret', nickname: '봄', birthdate: '1999-03-14' };

const names = [
  { loginId: 'han@example.com', id: '01-han' },
  { loginId: 'HAN@EXAMPLE.COM', id: '01-han' },
  { loginId: '  han@example.com ', id: '01-han' },
  { loginId: '+82 10-0000-0004', id: '04-no-email' },
  { loginId: 'han', id: '01-han' },
  { loginId: 'pbqa-bp001@pbtest.example.com', id: '91-owner' },
  { loginId: 'nobody@example.com', id: undefined },
  { loginId: '01-han', id: undefined },
  { loginId: '', id: undefined },
  { loginId: '__proto__', id: undefined },
];

describe('accounts · signing in', () => {
  for (const { loginId, id } of names) {
    it(`"${loginId}" is ${id ?? 'nobody'}`, async () => {
      const { accounts } = await open();
      assert.equal((await accounts.byLogin(loginId))?.id, id);
    });
  }

  it('takes the right password', async () => {
    const { accounts } = await open();
    assert.equal((await accounts.signIn('han@example.com', 'demo1234')).id, '01-han');
  });

  it('says the same of an unknown id and of a wrong password', async () => {
    const { accounts } = await open();
    const messages: string[] = [];
    for (const [loginId, password] of [
      ['han@example.com', 'x'],
      ['nobody', 'demo1234'],
      ['han@example.com', ''],
      ['', ''],
    ] as const) {
      await assert.rejects(accounts.signIn(loginId, password), (error) => error instanceof WrongLogin && messages.push(error.message) > 0);
    }
    assert.equal(new Set(messages).size, 1);
  });

  it('offers as personas those with a key, in the order of the seed', async () => {
    const { accounts } = await open();
    const keys = (await accounts.personas()).map(({ key }) => key);
    assert.deepEqual(keys.slice(0, 4), ['han', 'new', 'returning', 'no-email']);
    assert.ok(!keys.includes(null));
    assert.equal((await accounts.persona('han'))?.id, '01-han');
    assert.equal(await accounts.persona('nobody'), undefined);
  });
});

describe('accounts · a new account', () => {
  it('has what was typed, a verified e-mail in lower case, KakaoTalk, and nothing else', async () => {
    const { accounts } = await open();
    const { id, ...made } = await accounts.signUp(NEW);
    const unknown = { key: null, says: null, phone: null, image: null, name: null, gender: null, ci: null, addresses: [] };
    const expected: Omit<Account, 'id'> = {
      ...unknown,
      password: 'secret',
      email: { address: 'spring@example.com', valid: true, verified: true },
      hasTalk: true,
      nickname: '봄',
      isDefaultNickname: false,
      birthyear: '1999',
      birthday: { day: '0314', type: 'SOLAR', isLeapMonth: false },
      status: 'active',
      twoStep: false,
      passwordDue: false,
      userNumberDigits: 10,
    };
    assert.deepEqual(made, expected);
    assert.equal((await accounts.signIn('spring@EXAMPLE.com', 'secret')).id, id);
  });

  it('is of unknown age without a date of birth', async () => {
    const { accounts } = await open();
    const { birthyear, birthday } = await accounts.signUp({ ...NEW, birthdate: null });
    assert.deepEqual([birthyear, birthday], [null, null]);
  });

  it('takes no address that somebody has, however it is capitalised', async () => {
    const { accounts } = await open();
    await accounts.signUp(NEW);
    for (const email of ['spring@example.com', 'SPRING@EXAMPLE.COM', 'han@example.com'])
      await assert.rejects(accounts.signUp({ ...NEW, email }), LoginTaken);
  });

  it('is made once of two who ask for it at once', async () => {
    const { accounts } = await open();
    const both = await Promise.allSettled([accounts.signUp(NEW), accounts.signUp(NEW)]);
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
  });
});

describe('accounts · a session of our own pages', () => {
  it('lasts a day on the house clock, or until it is closed', async () => {
    const { accounts, clock } = await open();
    const [one, two] = [await accounts.openSession('01-han'), await accounts.openSession('01-han')];
    assert.notEqual(one, two);
    await accounts.closeSession(two);
    assert.equal(await accounts.inSession(two), undefined);
    clock.advance(DAY - 5 * SECOND);
    assert.equal((await accounts.inSession(one))?.id, '01-han');
    clock.advance(5 * SECOND);
    assert.equal(await accounts.inSession(one), undefined);
  });

  it('is opened by no other word', async () => {
    const { accounts } = await open();
    for (const id of [undefined, '', 'x', '01-han', '__proto__']) assert.equal(await accounts.inSession(id), undefined);
  });
});

async function open() {
  const clock = createClock();
  const store = await openMemory({ now: clock.now });
  await plantOnce(store, SEED, clock.now());
  return { accounts: openAccounts({ store, clock }), clock };
}
