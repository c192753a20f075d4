/** What the APIs take, parameter by parameter: each changes the answer. Reference 2.2 to 2.16. */
import { contract } from '../../src/contract/index.ts';
import { NUMBERS, openCrowd } from '../kapi/crowd.ts';
import { admin, bearer, type Differences, openKapi } from '../kapi/helpers.ts';
import { channelRows } from '../kapi/linked-channels.ts';
import { openPreregistered } from '../kapi/preregistered.ts';
import { agreement, term } from '../kapi/terms.ts';
import { eachRow } from './helpers.ts';
import { at, isLike } from './kapi-fields.ts';
import { home, type Kapi } from './kapi-worlds.ts';

interface Case {
  sent: string;
  /** What is sent besides. */
  with?: Record<string, string>;
  /** By path of a field, what the answer says. */
  tells: Record<string, unknown>;
  /** An API that is asked afterwards, and answers instead. */
  later?: string;
  /** 200, unless the parameter is refused. */
  status?: number;
}

/** The parameters of one API, asked by token in a house with `world` in it. */
interface Api {
  world?: Differences;
  open?: (world?: Differences) => Promise<Kapi>;
  header?: Record<string, string>;
  takes: Record<string, Case>;
}

const [first, second, third] = NUMBERS.slice(0, 3).map(Number);
const [last, lastButOne] = NUMBERS.toReversed().map(Number);
const tier: Differences = { app: { userProperties: ['tier'], autoLink: false }, link: { properties: { tier: 'basic', other: 'x' } } };
const toKeep = { sent: '{"tier":"gold"}', later: '/v2/user/me', tells: { properties: { tier: 'gold' } } };
const seconds = (id: number) => 1_767_225_600 + id;
const addresses = [1, 2, 3, 4].map((id) => ({ ...home, id, isDefault: id === 1, updatedAt: seconds(id) * 1000 }));
const about = { target_id_type: 'user_id', target_ids: '[10]' };

const items = ['account_email', 'gender', 'plusfriends'];
const agreedTo = { items, agreed: items };
const terms = { rows: [term('news', 1, false), term('events', 2, false), term('gifts', 3, false), agreement('news'), agreement('events')] };
const channels = { items, agreed: items, rows: channelRows };
const [blocked, none] = [{ 'channels[].channel_public_id': ['_blocked'] }, { 'channels[].channel_public_id': ['_none'] }];

const wrongType = { sent: 'channel_uuid', status: 400, tells: { code: -2, msg: 'channel_id_type: expected channel_public_id' } };

// prettier-ignore
const apis: Record<string, Api> = {
  '/v2/user/me': { world: { ...tier, items: ['gender', 'name'], agreed: ['gender', 'name'] }, takes: {
    property_keys: { sent: '["kakao_account.gender"]', tells: {
      kakao_account: { gender_needs_agreement: false, gender: 'female' }, properties: undefined,
    } },
    secure_resource: { sent: 'perhaps', status: 400, tells: { code: -2, msg: /^secure_resource: / } },
  } },
  '/v1/user/signup': { open: openPreregistered, world: tier, takes: { properties: toKeep } },
  '/v1/user/update_profile': { world: tier, takes: { properties: toKeep } },
  '/v1/user/shipping_address': {
    world: { items: ['shipping_address'], agreed: ['shipping_address'], account: { addresses } },
    takes: {
      address_id: { sent: '3', tells: { 'shipping_addresses[].id': [3] } },
      page_size: { sent: '3', tells: { 'shipping_addresses[].id': [1, 4, 3] } },
      from_updated_at: { sent: String(seconds(4)), with: { page_size: '2' }, tells: { 'shipping_addresses[].id': [3, 2] } },
    },
  },
  '/v1/user/ids': { open: openCrowd, header: admin, takes: {
    limit: { sent: '2', tells: { elements: [first, second] } },
    from_id: { sent: '10', with: { limit: '2' }, tells: { elements: [second, third] } },
    order: { sent: 'desc', with: { limit: '2' }, tells: { elements: [last, lastButOne] } },
  } },
  '/v2/app/users': {
    open: openCrowd, world: { items: ['gender'], agreed: ['gender'] }, header: admin, takes: {
      target_ids: { sent: '[3900000001,7,5]', with: about, tells: { '[].id': [third, first] } },
      target_id_type: { sent: 'open_id', with: about, status: 400, tells: { code: -2, msg: 'target_id_type: expected user_id' } },
      property_keys: { sent: '["kakao_account.gender"]', with: about, tells: { '[].kakao_account.gender': ['female'] } },
    },
  },
  '/v2/user/scopes': { world: agreedTo, takes: {
    scopes: { sent: '["gender"]', tells: { 'scopes[].id': ['gender'] } },
  } },
  '/v2/user/revoke/scopes': { world: agreedTo, takes: {
    scopes: { sent: '["gender"]', tells: { 'scopes[].id': items, 'scopes[].agreed': [true, false, true] } },
  } },
  '/v2/user/service_terms': { world: terms, takes: {
    result: { sent: 'app_service_terms', tells: { 'service_terms[].tag': ['news', 'events', 'gifts'] } },
    tags: { sent: 'events', tells: { 'service_terms[].tag': ['events'] } },
  } },
  '/v2/user/revoke/service_terms': { world: terms, takes: {
    tags: { sent: 'events', tells: { revoked_service_terms: [{ tag: 'events', agreed: false }] } },
  } },
  '/v2/user/upgrade/service_terms': { world: terms, takes: {
    tags: { sent: 'gifts', tells: { 'agreed_service_terms[].tag': ['gifts'] } },
  } },
  '/v1/user/service/terms': { world: terms, takes: {
    extra: { sent: 'app_service_terms', tells: {
      'allowed_service_terms[].tag': ['news', 'events'], 'app_service_terms[].tag': ['news', 'events', 'gifts'],
    } },
  } },
  '/v2/api/talk/channels': { world: channels, takes: {
    channel_ids: { sent: '_blocked,_unknown', tells: blocked },
    channel_id_type: wrongType,
    channel_public_ids: { sent: '["_none"]', tells: none },
  } },
  '/v1/api/talk/channels': { world: channels, takes: {
    channel_public_ids: { sent: '["_none"]', tells: none },
    channel_ids: { sent: '_blocked,_unknown', tells: blocked },
    channel_id_type: wrongType,
  } },
  '/v1/api/talk/plusfriends': { world: channels, takes: {
    plus_friend_public_ids: { sent: '["_blocked","_unknown"]', tells: { 'plus_friends[].plus_friend_public_id': ['_blocked'] } },
  } },
};

for (const { name: path, section, methods, takes } of contract.kapi.filter((each) => !each.why && each.takes.length > 0)) {
  const { open = openKapi, world, header = bearer, takes: cases } = apis[path] ?? { takes: {} };

  describe(`contract · ${section} · the parameters of ${path}`, () => {
    eachRow(takes, cases, async ({ sent, with: others, tells, later, status = 200 }, name) => {
      const { http } = await open(world);
      const fields = { ...others, [name]: sent };
      const request = methods[0]?.name === 'POST' ? http.post(path).type('form').send(fields) : http.get(path).query(fields);
      const { body } = await request.set(header).expect(status);
      const told: unknown = later ? (await http.get(later).set(bearer).expect(200)).body : body;
      for (const [field, value] of Object.entries(tells)) isLike(at(told, field), value);
    });
  });
}
