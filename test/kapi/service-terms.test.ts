import assert from 'node:assert/strict';
import { admin, AT_TEXT, bearer, type Differences, NUMBER, openKapi, target } from './helpers.ts';
import { agreement, term } from './terms.ts';

const terms: Differences = {
  ageCheck: true,
  rows: [
    term('service_20260101', 1, true),
    term('marketing_20260101', 2, false),
    term('events_20260101', 3, false),
    term('waiting', 4, true, 'no-review'),
    agreement('service_20260101'),
    agreement('events_20260101'),
    agreement('user_age_check'),
  ],
};

const agreed = { agreed: true, agreed_at: AT_TEXT, agreed_by: 'KAUTH' };
const service = { tag: 'service_20260101', required: true, revocable: false, ...agreed };
const marketing = { tag: 'marketing_20260101', required: false, agreed: false, revocable: true };
const events = { tag: 'events_20260101', required: false, revocable: true, ...agreed };
const age = { tag: 'user_age_check', required: true, revocable: false, ...agreed };

const V2 = '/v2/user/service_terms';
const V1 = '/v1/user/service/terms';

const answers = [
  { query: '', told: [service, events, age] },
  { query: 'result=agreed_service_terms', told: [service, events, age] },
  { query: 'result=app_service_terms', told: [service, marketing, events, age] },
  { query: 'tags=events_20260101', told: [events] },
  { query: 'tags=events_20260101,service_20260101', told: [service, events] },
  { query: 'tags=events_20260101&tags=service_20260101', told: [service, events] },
  { query: 'tags=events_20260101,%20service_20260101,', told: [service, events] },
  { query: 'tags=', told: [service, events, age] },
  { query: 'tags=marketing_20260101', told: [] },
  { query: 'result=app_service_terms&tags=marketing_20260101,user_age_check', told: [marketing, age] },
];

const refused = [
  {
    query: 'tags=x,service_20260101,y',
    msg: 'There is no tags to get service terms. check out to configured this tags([x, y]) in app(심플상점).',
  },
  { query: 'tags=waiting', msg: 'There is no tags to get service terms. check out to configured this tags([waiting]) in app(심플상점).' },
  { query: 'result=all', msg: 'result: expected agreed_service_terms or app_service_terms' },
  { query: 'result=app_service_terms&result=app_service_terms', msg: 'result: expected agreed_service_terms or app_service_terms' },
];

describe('kapi · GET /v2/user/service_terms', () => {
  for (const { query, told } of answers) {
    it(`tells ${told.map(({ tag }) => tag).join(', ') || 'none'} for ?${query}, to token and admin key`, async () => {
      const { http } = await openKapi(terms);
      const byToken = await http.get(`${V2}?${query}`).set(bearer).expect(200);
      const byKey = await http.get(`${V2}?${query}`).query(target).set(admin).expect(200);
      for (const { body, text } of [byToken, byKey]) {
        assert.deepEqual(body.service_terms, told);
        assert.ok(text.startsWith(`{"id":${NUMBER},`));
      }
    });
  }

  for (const { query, msg } of refused) {
    it(`answers -2 to ?${query}`, async () => {
      const { http } = await openKapi(terms);
      await http.get(`${V2}?${query}`).set(bearer).expect(400, { msg, code: -2 });
    });
  }

  it('knows no age check where the app does not ask for it', async () => {
    const { http } = await openKapi({ ...terms, ageCheck: false });
    const { body } = await http.get(V2).query({ result: 'app_service_terms' }).set(bearer).expect(200);
    assert.deepEqual(body.service_terms, [service, marketing, events]);
  });
});

const shown = (tag: string) => ({ tag, created_at: AT_TEXT, updated_at: AT_TEXT });
const allowed = ['service_20260101', 'events_20260101', 'user_age_check'].map((tag) => ({ tag, agreed_at: AT_TEXT }));

describe('kapi · GET /v1/user/service/terms, the API of 2019', () => {
  it('tells what was agreed to', async () => {
    const { http } = await openKapi({ ...terms, app: { era: '2019' } });
    const { body, text } = await http.get(V1).set(bearer).expect(200);
    assert.deepEqual(body.allowed_service_terms, allowed);
    assert.deepEqual(Object.keys(body), ['user_id', 'allowed_service_terms']);
    assert.ok(text.startsWith(`{"user_id":${NUMBER},`));
  });

  it("adds the app's terms with extra=app_service_terms", async () => {
    const { http } = await openKapi(terms);
    const { body } = await http
      .get(V1)
      .query({ extra: 'app_service_terms', ...target })
      .set(admin)
      .expect(200);
    assert.deepEqual(body.allowed_service_terms, allowed);
    assert.deepEqual(body.app_service_terms, [shown('service_20260101'), shown('marketing_20260101'), shown('events_20260101')]);
  });

  it('answers -2 to another extra', async () => {
    const { http } = await openKapi(terms);
    await http.get(V1).query({ extra: 'x' }).set(bearer).expect(400, { msg: 'extra: expected app_service_terms', code: -2 });
  });
});
