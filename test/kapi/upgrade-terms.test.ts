import assert from 'node:assert/strict';
import { DAY } from '../../src/clock.ts';
import { admin, AT, bearer, type Differences, NUMBER, openKapi, target } from './helpers.ts';
import { agreement, term } from './terms.ts';

const PATH = '/v2/user/upgrade/service_terms';
const terms: Differences = {
  ageCheck: true,
  rows: [
    term('service', 1, true),
    term('marketing', 2, false),
    term('privacy', 3, true),
    term('waiting', 4, false, 'no-review'),
    agreement('service'),
  ],
};

const answers = [
  { tags: 'marketing', agreed: ['marketing'] },
  { tags: 'privacy,marketing,privacy', agreed: ['marketing', 'privacy'] },
  { tags: 'service', agreed: [] },
  { tags: 'nothing,waiting,user_age_check', agreed: [] },
  { tags: 'service,nothing,privacy', agreed: ['privacy'] },
];

const ways = [
  { way: 'form and token', query: false, header: bearer, who: {} },
  { way: 'form and admin key', query: false, header: admin, who: target },
  { way: 'query and token', query: true, header: bearer, who: {} },
];

describe('kapi · POST /v2/user/upgrade/service_terms', () => {
  for (const { tags, agreed } of answers) {
    for (const { way, query, header, who } of ways) {
      it(`agrees to ${agreed.join(', ') || 'none'} for tags=${tags}, by ${way}`, async () => {
        const { http } = await openKapi(terms);
        const post = http.post(PATH).set(header);
        const { body, text } = await (query ? post.query({ tags, ...who }) : post.type('form').send({ tags, ...who })).expect(200);
        assert.ok(text.startsWith(`{"id":${NUMBER},"agreed_service_terms":[`));
        assert.deepEqual(
          body.agreed_service_terms.map(({ tag, agreed: is, agreed_by: by }: Told) => ({ tag, is, by })),
          agreed.map((tag) => ({ tag, is: true, by: 'KAPI' })),
        );
        const { body: after } = await http.get('/v2/user/service_terms').set(bearer).expect(200);
        assert.deepEqual(new Set(after.service_terms.map(({ tag }: Told) => tag)), new Set(['service', ...agreed]));
      });
    }
  }

  it('dates the agreement by the house clock, and leaves an older one its date', async () => {
    const { http, clock } = await openKapi(terms);
    clock.advance(60 * DAY - DAY);
    await http.post(PATH).set(bearer).type('form').send({ tags: 'service' }).expect(401);
    const { body } = await http
      .post(PATH)
      .set(admin)
      .type('form')
      .send({ tags: 'service,marketing', ...target })
      .expect(200);
    const [{ agreed_at: at }] = body.agreed_service_terms;
    assert.match(at, /^2026-03-05T02:10:\d\dZ$/);
    const { body: after } = await http.get('/v2/user/service_terms').query(target).set(admin).expect(200);
    const [service, marketing] = after.service_terms;
    assert.deepEqual([Date.parse(service.agreed_at), service.agreed_by], [Math.floor(AT / 1000) * 1000, 'KAUTH']);
    assert.deepEqual([marketing.agreed_at, marketing.agreed_by, marketing.revocable], [at, 'KAPI', true]);
  });

  for (const tags of ['', ',']) {
    it(`answers -2 to tags=${tags}`, async () => {
      const { http } = await openKapi(terms);
      const { body } = await http.post(PATH).set(bearer).type('form').send({ tags }).expect(400);
      assert.equal(body.code, -2);
    });
  }
});

interface Told {
  tag: string;
  agreed: boolean;
  agreed_by: string;
}
