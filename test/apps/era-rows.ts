/** How each difference between the eras shows from outside: what to look at over HTTP, and what is seen in each era. */
import assert from 'node:assert/strict';
import type { Difference, Era } from '../../src/apps/index.ts';
import { openApp } from '../consoles/developers/reading.ts';
import type { World } from '../helpers/house.ts';
import { signUp } from '../helpers/login.ts';
import { rowsOf } from '../helpers/visitor.ts';
import { begin, labelsOf, loggedIn, shown } from '../oauth/helpers.ts';
import { account, APP, get, PERSON, userIds } from './looking.ts';

interface Row {
  says: string;
  look: (world: World) => Promise<unknown>;
  shows: Record<Era, unknown>;
}

const allFlags = ['email', 'age_range', 'birthyear', 'birthday', 'gender', 'phone_number'].map((field) => `has_${field} true`);
const onlyOf2019 = <T>(then: T, later: T): Row['shows'] => ({ '2019': then, '2021': later, current: later });

export const rows: Record<Difference, Row> = {
  channelWord: {
    says: 'the word for channels, on the login page and on the consent screen',
    look: async (world) => [shown(await begin(world, APP), 'login-channel'), labelsOf(await loggedIn(world, APP, PERSON)).at(-1)],
    shows: onlyOf2019(
      [
        '로그인하면서 온담상점 플러스친구를 추가할 수 있습니다.',
        '[선택] 온담상점 플러스친구를 추가하고, 광고와 마케팅 메시지를 카카오톡으로 받습니다.',
      ],
      ['로그인하면서 온담상점 채널을 추가할 수 있습니다.', '[선택] 온담상점의 광고와 마케팅 메시지를 카카오톡으로 받습니다.'],
    ),
  },
  consoleWords: {
    says: 'what the console calls the login and the conditions of items',
    look: async (world) => {
      const { section } = await openApp(world, APP);
      return [/^.*? ON/.exec(section('login'))?.[0], /account_email (.*?) 회원/.exec(section('items'))?.[1]];
    },
    shows: onlyOf2019(['사용자 관리 ON', '연결 시 필수'], ['카카오 로그인 사용 설정 ON', '필수 동의']),
  },
  channelsOnScreen: {
    says: 'how many of the named channels are offered',
    look: async (world) => {
      const screen = await loggedIn(world, APP, PERSON, { channel_public_id: '_xpEvt,_xpDnk' });
      return rowsOf(screen).filter((row) => row.startsWith('channel='));
    },
    shows: onlyOf2019(['channel=_xpEvt'], ['channel=_xpEvt', 'channel=_xpDnk']),
  },
  itemLabels: {
    says: 'what items are called, by the API and on the screen',
    look: async (world) => {
      const named = labelsOf(await loggedIn(world, APP, PERSON)).filter((label) => /^배송지|내역$/.test(label));
      const { scopes } = await get<{ scopes: { id: string; display_name: string }[] }>(world, '/v2/user/scopes');
      return [named, ...['birthyear', 'phone_number'].map((item) => scopes.find(({ id }) => id === item)?.display_name)];
    },
    shows: onlyOf2019(
      [['배송지', '플러스친구 추가 상태 및 내역'], '출생년도', '휴대전화번호'],
      [['배송지정보(수령인명, 배송지 주소, 전화번호)', '카카오톡 채널 추가 상태 및 내역'], '출생 연도', '카카오계정(전화번호)'],
    ),
  },
  absentItems: {
    says: 'which of the three items of the profile an app can use',
    look: async (world) => {
      const { items } = await world.app(APP);
      await world.change('apps', APP, { items: [{ id: 'profile', state: 'required', purpose: '회원 표시' }, ...items] });
      return Object.keys(await account(world)).filter((field) => /^profile_.*needs/.test(field));
    },
    shows: onlyOf2019(
      ['profile_needs_agreement'],
      ['profile_needs_agreement', 'profile_nickname_needs_agreement', 'profile_image_needs_agreement'],
    ),
  },
  channelCallback: {
    says: 'the fields of the callback of a channel',
    look: async (world) => {
      await signUp(world, { app: APP, as: PERSON });
      const sent = await world.house.store.find('deliveries', 'app', APP);
      const body = JSON.parse(sent.find(({ event }) => event === 'channel.added')!.body) as object;
      return Object.keys(body).filter((field) => !['event', 'id', 'id_type'].includes(field));
    },
    shows: {
      '2019': ['plus_friend_public_id', 'timestamp'],
      '2021': ['plus_friend_public_id', 'plus_friend_uuid', 'timestamp', 'updated_at'],
      current: ['channel_public_id', 'channel_uuid', 'updated_at'],
    },
  },
  profileCopies: {
    says: 'copies of the profile in properties, without a switch',
    look: async (world) => {
      await world.change('apps', APP, { items: [{ id: 'profile', state: 'required', purpose: '회원 표시' }] });
      const { properties } = await get<{ properties?: object }>(world, '/v2/user/me');
      return Object.keys(properties ?? {});
    },
    shows: onlyOf2019(['nickname', 'profile_image', 'thumbnail_image'], []),
  },
  hasFlags: {
    says: 'has_* beside *_needs_agreement',
    look: async (world) => {
      const flags = Object.entries(await account(world)).filter(([field]) => field.startsWith('has_'));
      const { has_shipping_addresses: addresses } = await get<Record<string, unknown>>(world, '/v1/user/shipping_address');
      return [flags.map(([field, value]) => `${field} ${value}`), addresses];
    },
    shows: {
      '2019': [allFlags, true],
      '2021': [allFlags, true],
      current: [[], undefined],
    },
  },
  addressDefault: {
    says: 'default beside is_default',
    look: async (world) => {
      type Address = { default?: boolean; is_default: boolean };
      const { shipping_addresses: addresses } = await get<{ shipping_addresses: Address[] }>(world, '/v1/user/shipping_address');
      return addresses.slice(0, 2).map((address) => [address.default, address.is_default]);
    },
    shows: onlyOf2019(
      [
        [true, true],
        [false, false],
      ],
      [
        [undefined, true],
        [undefined, false],
      ],
    ),
  },
  camelCaseTokenInfo: {
    says: 'camel-case twins in access_token_info',
    look: async (world) => Object.keys(await get(world, '/v1/user/access_token_info')),
    shows: onlyOf2019(['id', 'expires_in', 'app_id', 'expiresInMillis', 'appId'], ['id', 'expires_in', 'app_id']),
  },
  userCount: {
    says: 'total_count of user/ids',
    look: async (world) => {
      await signUp(world, { app: APP, as: PERSON });
      return ((await userIds(world)).body as { total_count?: number }).total_count;
    },
    shows: onlyOf2019(1, undefined),
  },
  quotas: {
    says: 'the quota of user/ids: the answer to one call more than a hundred',
    look: async (world) => {
      for (let made = 0; made < 100; made += 1) assert.equal((await userIds(world)).status, 200);
      return (await userIds(world)).status;
    },
    shows: { '2019': 200, '2021': 200, current: 429 },
  },
};
