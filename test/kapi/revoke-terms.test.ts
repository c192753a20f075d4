import assert from 'node:assert/strict';
import { admin, bearer, type Differences, NUMBER, openKapi, target } from './helpers.ts';
import { agreement, term } from './terms.ts';

const PATH = '/v2/user/revoke/service_terms';
const TERMS = ['service', 'marketing', 'events', 'gifts'];
/** `gifts` is not agreed to, `waiting` not approved. */
const terms: Differences = {
  ageCheck: true,
  rows: [
    ...TERMS.map((tag, i) => term(tag, i + 1, tag === 'service')),
    term('waiting', 5, false, 'no-review'),
    ...['service', 'marketing', 'events', 'user_age_check'].map((tag) => agreement(tag)),
  ],
};
const agreedTo = ['service', 'marketing', 'events', 'user_age_check'];

const answers = [
  { tags: 'marketing', revoked: ['marketing'] },
  { tags: 'events,marketing', revoked: ['marketing', 'events'] },
  { tags: ' events , events ,', revoked: ['events'] },
  { tags: 'service', revoked: [] },
  { tags: 'user_age_check', revoked: [] },
  { tags: 'service,gifts,events,user_age_check', revoked: ['events'] },
];

const noTags = (tags: string) => `There is no tags to revoke. check out to configured this tags([${tags}]) in app(심플상점).`;
const refused = [
  { fields: 'tags=marketing,x,y', msg: noTags('x, y') },
  { fields: 'tags=waiting', msg: noTags('waiting') },
  { fields: 'tags=', msg: 'tags: expected names joined by commas' },
  { fields: 'tags=%20,', msg: 'tags: expected one tag or more' },
  { fields: 'tags[a]=marketing', msg: 'tags: expected names joined by commas' },
  { fields: '', msg: 'tags: expected names joined by commas' },
];

const ways = [
  { way: 'form and token', query: false, header: bearer, who: {} },
  { way: 'form and admin key', query: false, header: admin, who: target },
  { way: 'query and token, as the Flutter SDK sends it', query: true, header: bearer, who: {} },
  { way: 'query and admin key', query: true, header: admin, who: target },
];

describe('kapi · POST /v2/user/revoke/service_terms', () => {
  for (const { tags, revoked } of answers) {
    for (const { way, query, header, who } of ways) {
      it(`revokes ${revoked.join(', ') || 'none'} for tags=${tags}, by ${way}`, async () => {
        const { http } = await openKapi(terms);
        const post = http.post(PATH).set(header);
        const { text } = await (query ? post.query({ tags, ...who }) : post.type('form').send({ tags, ...who })).expect(200);
        const told = JSON.stringify(revoked.map((tag) => ({ tag, agreed: false })));
        assert.equal(text, `{"id":${NUMBER},"revoked_service_terms":${told}}`);
        assert.deepEqual(
          await agreed(http),
          agreedTo.filter((tag) => !revoked.includes(tag)),
        );
      });
    }
  }

  for (const { fields, msg } of refused) {
    it(`answers -2 to "${fields}" and changes nothing`, async () => {
      const { http } = await openKapi(terms);
      await http.post(PATH).set(bearer).type('form').send(fields).expect(400, { msg, code: -2 });
      assert.deepEqual(await agreed(http), agreedTo);
    });
  }

  for (const era of ['2019', 'current'] as const) {
    it(`is seen by both terms APIs, era ${era}`, async () => {
      const { http } = await openKapi({ ...terms, app: { era } });
      await http.post(PATH).set(bearer).type('form').send({ tags: 'events' }).expect(200);
      const { body } = await http.get('/v1/user/service/terms').set(bearer).expect(200);
      assert.deepEqual(
        body.allowed_service_terms.map(({ tag }: { tag: string }) => tag),
        await agreed(http),
      );
    });
  }
});

async function agreed(http: Awaited<ReturnType<typeof openKapi>>['http']): Promise<string[]> {
  const { body } = await http.get('/v2/user/service_terms').set(bearer).expect(200);
  return body.service_terms.map(({ tag }: { tag: string }) => tag);
}
