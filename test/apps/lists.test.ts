/** 디벨로퍼스 · redirect URIs, platforms, allowed addresses and user properties: lists that are kept value by value. */
import assert from 'node:assert/strict';
import type { AppList, KeyList, Place } from '../../src/apps/index.ts';
import { APPS } from '../helpers/house.ts';
import { COLLEAGUE, describeRooms, OWNER, refused, STRANGER } from '../helpers/rooms.ts';

const APP = APPS.biz; // COLLEAGUE is an editor

interface Row {
  list: KeyList | AppList;
  taken: string[];
  refused: string[];
  most: number;
  /** A value of its own for each number. */
  nth: (n: number) => string;
}

const uris = {
  taken: ['http://localhost:3000/oauth', 'HTTPS://Shop.example.com/a?b=c', 'kakao0123://oauth'],
  refused: [
    '',
    '/oauth',
    'localhost:3000/oauth',
    'https://',
    'https://example.com/#done',
    'https://example.com/a b',
    'javascript:alert(1)',
  ],
  most: 10,
  nth: (n: number) => `https://example.com/${n}`,
};
const rows: Row[] = [
  { list: 'redirectUris', ...uris },
  { list: 'logoutRedirectUris', ...uris },
  {
    list: 'domains',
    taken: ['https://shop.example', 'http://localhost:3000'],
    refused: ['', 'shop.example', 'https://shop.example/', 'https://shop.example/a', 'https://Shop.example', 'http://a:80', 'kakao://a'],
    most: 10,
    nth: (n) => `http://localhost:${3000 + n}`,
  },
  {
    list: 'androidKeyHashes',
    taken: ['Xo8WBi6jzSxKDVR4drqm84yr9iU='],
    refused: ['', 'Xo8WBi6jzSxKDVR4drqm84yr9iU', 'Xo8WBi6jzSxKDVR4drqm84yr9i-='],
    most: 10,
    nth: (n) => `${String(n).padStart(27, 'A')}=`,
  },
  {
    list: 'iosBundleIds',
    taken: ['kr.example.shop', 'kr.example.Shop-2'],
    refused: ['', '.kr', 'kr example', '한국'],
    most: 10,
    nth: (n) => `kr.example.shop${n}`,
  },
  {
    list: 'allowedIps',
    taken: ['203.0.113.7', '10.0.0.0/8', '10.0.0.0/255.0.0.0', '2001:db8::/32'],
    refused: ['', '203.0.113', '203.0.113.7/33', 'example.com'],
    most: 50,
    nth: (n) => `10.0.0.${n}`,
  },
  { list: 'userProperties', taken: ['grade', '등급'], refused: ['', 'a b', 'a,b', 'x'.repeat(51)], most: 50, nth: (n) => `key${n}` },
];

const OF_APP: readonly string[] = ['allowedIps', 'userProperties'] satisfies AppList[];

describeRooms('apps · lists', (rooms) => {
  const app = async () => (await rooms.house.apps.byId(APP))!;
  const place = async (list: Row['list']): Promise<Place> =>
    OF_APP.includes(list) ? { list: list as AppList } : { list: list as KeyList, key: (await app()).keys[0]!.key };
  const values = async (list: Row['list']): Promise<readonly string[]> =>
    OF_APP.includes(list) ? (await app())[list as AppList] : (await app()).keys[0]![list as KeyList];
  const add = async (list: Row['list'], value: string, by = COLLEAGUE) => rooms.house.apps.addValue(by, APP, await place(list), value);
  const remove = async (list: Row['list'], value: string, by = COLLEAGUE) =>
    rooms.house.apps.removeValue(by, APP, await place(list), value);
  const clear = async (list: Row['list']) => {
    for (const value of await values(list)) await remove(list, value);
  };

  for (const { list, taken, refused: wrong, most, nth } of rows) {
    it(`${list}: takes what it holds, as it is written, and gives it back`, async () => {
      await clear(list);
      for (const value of taken) await add(list, ` ${value} `);
      assert.deepEqual(await values(list), taken);
      await remove(list, taken[0]!);
      await remove(list, taken[0]!);
      assert.deepEqual(await values(list), taken.slice(1));
    });

    it(`${list}: refuses what it does not hold, what it has, and one too many`, async () => {
      await clear(list);
      for (const value of wrong) await refused('list_value_refused', add(list, value), { list, value });
      for (let n = 0; n < most; n += 1) await add(list, nth(n));
      await refused('list_value_twice', add(list, nth(0)), { list, value: nth(0) });
      await refused('list_full', add(list, nth(most)), { list, most });
    });
  }

  it('are an editor’s, and of a key that there is', async () => {
    await refused('app_role_missing', add('redirectUris', 'https://example.com', STRANGER), { needed: 'editor' });
    await refused('app_role_missing', remove('allowedIps', '10.0.0.1', STRANGER), { needed: 'editor' });
    const elsewhere: Place = { list: 'redirectUris', key: (await app()).keys[0]!.key };
    await refused('unknown_key', rooms.house.apps.addValue(OWNER, APPS.linked, elsewhere, 'https://example.com'));
  });
});
