/** Taking consents back, service terms, and the relation to channels: the rules of their APIs. Reference 2.14 to 2.16. */
import assert from 'node:assert/strict';
import { AT, AT_TEXT, bearer, type Differences, NUMBER, openKapi } from '../kapi/helpers.ts';
import { channelRows } from '../kapi/linked-channels.ts';
import { agreement, term } from '../kapi/terms.ts';
import { eachFact, tableOf } from './helpers.ts';
import type { Kapi } from './kapi-worlds.ts';

const SCOPES = '/v2/user/scopes';
const REVOKE_SCOPES = '/v2/user/revoke/scopes';
const get = ({ http }: Kapi, path: string, query: Record<string, string> = {}) => http.get(path).query(query).set(bearer);
const post = ({ http }: Kapi, path: string, form: Record<string, string>) => http.post(path).type('form').send(form).set(bearer);

const items: Differences = {
  app: {
    items: [
      { id: 'profile_nickname', state: 'required', purpose: '시험' },
      { id: 'account_email', state: 'optional', purpose: '시험' },
    ],
  },
  link: { items: ['profile_nickname', 'account_email', 'birthday'].map((id) => ({ id, agreedAt: AT })) },
};

describe('contract · 2.14 · taking consents back', () => {
  eachFact(tableOf('revoking'), {
    'a required item is not revocable: 403 -3': async () => {
      const kapi = await openKapi(items);
      const msg = "[profile_nickname] is not revocable. check out if it's set as required on developers.kakao.com";
      await post(kapi, REVOKE_SCOPES, { scopes: '["profile_nickname"]' }).expect(403, { msg, code: -3 });
      const { body } = await get(kapi, SCOPES, { scopes: '["profile_nickname"]' }).expect(200);
      assert.deepEqual([body.scopes[0].agreed, body.scopes[0].revocable], [true, false]);
    },
    'an unknown item cannot be revoked: 400 -2': async () => {
      const msg = 'There is no scopes to revoke. check out if given scope id([email]) is correct again.';
      await post(await openKapi(items), REVOKE_SCOPES, { scopes: '["email"]' }).expect(400, { msg, code: -2 });
    },
    'using is false of an item that was agreed to and dropped by the app': async () => {
      const { body } = await get(await openKapi(items), SCOPES, { scopes: '["birthday"]' }).expect(200);
      const told = { id: 'birthday', display_name: '생일', type: 'PRIVACY', using: false, agreed: true, revocable: true };
      assert.deepEqual(body.scopes, [told]);
    },
    'after a revoke the access token goes on and the field is gone from user/me': async () => {
      const kapi = await openKapi(items);
      const { kakao_account: before } = (await get(kapi, '/v2/user/me').expect(200)).body;
      await post(kapi, REVOKE_SCOPES, { scopes: '["account_email"]' }).expect(200);
      const { kakao_account: after } = (await get(kapi, '/v2/user/me').expect(200)).body;
      const { email, is_email_valid: valid, is_email_verified: verified, ...others } = before;
      assert.ok(email && valid && verified);
      assert.deepEqual(after, { ...others, email_needs_agreement: true });
    },
  });
});

const terms: Differences = {
  rows: [term('service', 1, true), term('news', 2, false), term('gifts', 3, false), agreement('service'), agreement('news')],
};
const noTags = (purpose: string, tag: string) => ({
  msg: `There is no tags to ${purpose}. check out to configured this tags([${tag}]) in app(심플상점).`,
  code: -2,
});

describe('contract · 2.15 · service terms', () => {
  eachFact(tableOf('term-rules'), {
    'an unknown tag in a query of service terms is 400 -2': async () => {
      const kapi = await openKapi(terms);
      await get(kapi, '/v2/user/service_terms', { tags: 'service,x' }).expect(400, noTags('get service terms', 'x'));
    },
    'an unknown tag in a revoke of service terms is 400 -2': async () => {
      const kapi = await openKapi(terms);
      await post(kapi, '/v2/user/revoke/service_terms', { tags: 'news,x' }).expect(400, noTags('revoke', 'x'));
    },
    'a revoke leaves out terms that were not agreed to': async () => {
      const { text } = await post(await openKapi(terms), '/v2/user/revoke/service_terms', { tags: 'news,gifts' }).expect(200);
      assert.equal(text, `{"id":${NUMBER},"revoked_service_terms":[{"tag":"news","agreed":false}]}`);
    },
    'an upgrade leaves out tags that are agreed to already or unknown': async () => {
      const { body } = await post(await openKapi(terms), '/v2/user/upgrade/service_terms', { tags: 'news,gifts,x' }).expect(200);
      assert.deepEqual(
        body.agreed_service_terms.map(({ tag }: { tag: string }) => tag),
        ['gifts'],
      );
    },
    'the terms APIs of an app without simple signup answer 403': async () => {
      const kapi = await openKapi({ ...terms, app: { simpleSignupOn: false } });
      for (const path of ['/v2/user/service_terms', '/v1/user/service/terms'])
        assert.equal((await get(kapi, path).expect(403)).body.code, -3);
      for (const path of ['/v2/user/revoke/service_terms', '/v2/user/upgrade/service_terms'])
        assert.equal((await post(kapi, path, { tags: 'news' }).expect(403)).body.code, -3);
    },
  });
});

const channels: Differences = { items: ['plusfriends', 'name'], agreed: ['plusfriends', 'name'], rows: channelRows };
const CHANNELS = ['/v2/api/talk/channels', '/v1/api/talk/channels', '/v1/api/talk/plusfriends'];

describe('contract · 2.16 · channel relations', () => {
  eachFact(tableOf('channel-relations'), {
    'relation is ADDED, BLOCKED, or NONE without updated_at': async () => {
      const { body } = await get(await openKapi(channels), CHANNELS[0]!).expect(200);
      assert.deepEqual(body.channels, [
        { channel_uuid: '@심플상점', channel_public_id: '_added', relation: 'ADDED', updated_at: AT_TEXT },
        { channel_uuid: '@심플지점', channel_public_id: '_blocked', relation: 'BLOCKED', updated_at: AT_TEXT },
        { channel_uuid: '@심플분점', channel_public_id: '_none', relation: 'NONE' },
      ]);
    },
    'only channels that are linked to the app are reported': async () => {
      const { body } = await get(await openKapi(channels), CHANNELS[0]!, { channel_ids: '_foreign,_added' }).expect(200);
      assert.deepEqual(
        body.channels.map(({ channel_public_id: id }: { channel_public_id: string }) => id),
        ['_added'],
      );
    },
    'without the plusfriends consent it is 403 -402 with required_scopes': async () => {
      const kapi = await openKapi({ ...channels, agreed: ['name'] });
      const scopes = { api_type: 'TALK_CHANNELS', required_scopes: ['plusfriends'], allowed_scopes: ['name'] };
      for (const path of CHANNELS) await get(kapi, path).expect(403, { msg: 'insufficient scopes.', code: -402, ...scopes });
    },
    'of a user without KakaoTalk it is 400 -501': async () => {
      const kapi = await openKapi({ ...channels, account: { hasTalk: false } });
      for (const path of CHANNELS)
        await get(kapi, path).expect(400, { msg: 'given account is not connected to any talk user.', code: -501 });
    },
  });
});
