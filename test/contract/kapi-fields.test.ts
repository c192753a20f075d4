/** What the other APIs tell, field by field. Reference 2.5 to 2.16. */
import { openCrowd } from '../kapi/crowd.ts';
import { admin, AT, AT_TEXT, bearer, type Differences, NUMBER, openKapi, PICTURES } from '../kapi/helpers.ts';
import { channelRows } from '../kapi/linked-channels.ts';
import { openPreregistered } from '../kapi/preregistered.ts';
import { agreement, term } from '../kapi/terms.ts';
import { contract } from '../../src/contract/index.ts';
import { eachField } from './kapi-fields.ts';
import { everything, type Kapi } from './kapi-worlds.ts';

const id = Number(NUMBER);
const idAlone = { gives: { id } };
const item = { display_name: '카카오계정(이메일)', type: 'PRIVACY', using: true };
const some: Differences = { items: ['account_email', 'plusfriends'], agreed: ['account_email', 'plusfriends'], rows: channelRows };
const terms: Differences = { rows: [term('news', 1, false), term('events', 2, false), agreement('news')] };
const agreedTo = { tag: 'news', agreed: true, agreed_at: AT_TEXT };
const ids = 'http://localhost:5252/v1/user/ids?limit=2';
const channel = (names: { id: string; search: string }) => [
  { [names.search]: '@심플상점', [names.id]: '_added', relation: 'ADDED', updated_at: AT_TEXT },
  { [names.search]: '@심플지점', [names.id]: '_blocked', relation: 'BLOCKED', updated_at: AT_TEXT },
  { [names.search]: '@심플분점', [names.id]: '_none', relation: 'NONE' },
];
const channels = { user_id: id, channels: channel({ id: 'channel_public_id', search: 'channel_uuid' }) };

/** How to ask, and what is answered: by token and GET in a house with `world` in it, unless a case says otherwise. */
interface Case {
  gives: unknown;
  world?: Differences;
  open?: (world?: Differences) => Promise<Kapi>;
  sent?: Record<string, string>;
  header?: Record<string, string>;
}

// prettier-ignore
const cases: Record<string, Case> = {
  '/v1/oidc/userinfo': { world: everything, gives: {
    sub: NUMBER, name: '홍데모', nickname: '데모회원', picture: `${PICTURES}/pictures/demo-640.png`, email: 'demo@example.test',
    email_verified: true, gender: 'female', birthdate: '1980-03-14', phone_number: '+82 10-0000-0001', phone_number_verified: true,
  } },
  '/v1/user/access_token_info': { world: { app: { era: '2019' } }, gives: {
    id, expires_in: /^2(1600|15[89]\d)$/, app_id: 123456, expiresInMillis: /^2(1600000|15[89]\d{4})$/, appId: 123456,
  } },
  '/v1/user/check_access_token': { gives: {} },
  '/v1/user/logout': idAlone,
  '/v1/user/unlink': idAlone,
  '/v1/user/signup': { open: openPreregistered, ...idAlone },
  '/v1/user/update_profile': { world: { app: { userProperties: ['tier'] } }, sent: { properties: '{"tier":"gold"}' }, ...idAlone },
  '/v1/user/ids': { open: openCrowd, world: { app: { era: '2019' } }, header: admin, sent: { limit: '2', from_id: '10' }, gives: {
    elements: [10, 3900000001], before_url: `${ids}&order=desc&from_id=10`, after_url: `${ids}&order=asc&from_id=3900000001`, total_count: 5,
  } },
  '/v1/user/shipping_address': { world: { ...everything, app: { era: '2019' } }, gives: {
    user_id: id,
    shipping_addresses: [{
      id: 5001, name: '집', default: true, is_default: true, updated_at: Math.floor(AT / 1000), type: 'NEW',
      base_address: '시뮬레이션시 가상구 예시로 1', detail_address: '101호', receiver_name: '홍데모',
      receiver_phone_number1: '010-0000-0001', receiver_phone_number2: '02-000-0001', zone_number: '00001', zip_code: '000-001',
    }],
    shipping_addresses_needs_agreement: false, has_shipping_addresses: true,
  } },
  '/v2/user/scopes': { world: some, sent: { scopes: '["account_email"]' }, gives: {
    id, scopes: [{ id: 'account_email', ...item, agreed: true, revocable: true }],
  } },
  '/v2/user/revoke/scopes': { world: { ...some, items: ['account_email'] }, sent: { scopes: '["plusfriends"]' }, gives: {
    id, scopes: [{ id: 'account_email', ...item, agreed: true, revocable: true }],
  } },
  '/v2/user/service_terms': { world: terms, gives: {
    id, service_terms: [{ ...agreedTo, required: false, revocable: true, agreed_by: 'KAUTH' }],
  } },
  '/v2/user/revoke/service_terms': { world: terms, sent: { tags: 'news' }, gives: {
    id, revoked_service_terms: [{ tag: 'news', agreed: false }],
  } },
  '/v2/user/upgrade/service_terms': { world: terms, sent: { tags: 'events' }, gives: {
    id, agreed_service_terms: [{ tag: 'events', agreed: true, agreed_at: /^2026-01-05T02:10:\d\dZ$/, agreed_by: 'KAPI' }],
  } },
  '/v1/user/service/terms': { world: terms, sent: { extra: 'app_service_terms' }, gives: {
    user_id: id, allowed_service_terms: [{ tag: 'news', agreed_at: AT_TEXT }],
    app_service_terms: ['news', 'events'].map((tag) => ({ tag, created_at: AT_TEXT, updated_at: AT_TEXT })),
  } },
  '/v2/api/talk/channels': { world: some, gives: channels },
  '/v1/api/talk/channels': { world: some, gives: channels },
  '/v1/api/talk/plusfriends': { world: some, gives: {
    user_id: id, plus_friends: channel({ id: 'plus_friend_public_id', search: 'plus_friend_uuid' }),
  } },
};

const tested = contract.kapi.filter(({ name, why }) => !why && !['/v2/user/me', '/v2/app/users'].includes(name));

for (const { name: path, section, methods, gives } of tested) {
  describe(`contract · ${section} · the fields of ${path}`, () => {
    const { open = openKapi, world, sent = {}, header = bearer, gives: example } = cases[path] ?? { gives: undefined };
    eachField(gives, example, async () => {
      const { http } = await open(world);
      const request = methods[0]?.name === 'POST' ? http.post(path).type('form').send(sent) : http.get(path).query(sent);
      return (await request.set(header).expect(200)).body;
    });
  });
}
