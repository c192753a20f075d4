/** What the control API refuses, and how it says so: RFC 9457, with the field, what was expected, and the mend. */
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { z } from 'zod';
import { call } from '../../src/control/call.ts';
import { KINDS, problem } from '../../src/control/problems.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { callApi } from './api.ts';

const PUT = `PUT /apps/${APPS.demo}/callbacks/channel` as const;
const HOOK = { url: 'http://localhost:3000/hook' };

describeHouse('the control API · what it refuses', (world) => {
  const refusals: [
    what: string,
    target: Parameters<typeof callApi>[1],
    body: unknown,
    headers: Record<string, string>,
    code: string,
    field?: string,
  ][] = [
    ['a path that is not there', 'GET /nothing', undefined, {}, 'not_found'],
    ['a delivery that is not there', 'GET /deliveries/none', undefined, {}, 'not_found', 'id'],
    ['a method that is none of the path', 'DELETE /deliveries', undefined, {}, 'method_not_allowed'],
    ['a parameter that does not fit', 'GET /deliveries?limit=0', undefined, {}, 'input_refused', 'limit'],
    ['a parameter that there is not', 'GET /deliveries?limits=1', undefined, {}, 'input_refused', 'limits'],
    ['an app that there is not', 'GET /deliveries?app=nobody', undefined, {}, 'input_refused', 'app'],
    ['a body without what it needs', PUT, {}, {}, 'input_refused', 'url'],
    ['a body with more than it knows', PUT, { ...HOOK, urls: [] }, {}, 'input_refused', 'urls'],
    ['a body that is no JSON', PUT, '{', {}, 'body_unreadable'],
    ['a body that is no object', PUT, '[]', {}, 'body_unreadable'],
    ['a body that is too large', PUT, { url: 'x'.repeat(300_000) }, {}, 'body_too_large'],
    ['a form', PUT, 'url=x', { 'content-type': 'application/x-www-form-urlencoded' }, 'json_expected'],
    ['JSON that calls itself text, as a foreign page can send it', PUT, HOOK, { 'content-type': 'text/plain' }, 'json_expected'],
    ['a page of another origin', PUT, HOOK, { 'sec-fetch-site': 'cross-site' }, 'foreign_origin'],
    ['a page of another port', PUT, HOOK, { origin: 'http://localhost:3000' }, 'foreign_origin'],
    ['an address that is none', PUT, { url: 'ftp://x' }, {}, 'callback_url_refused', 'url'],
    ['an address that nothing is sent to', PUT, { url: 'http://169.254.169.254/' }, {}, 'callback_address_refused', 'url'],
  ];
  for (const [what, target, body, headers, code, field] of refusals) {
    it(`refuses ${what}`, async () => {
      const before = await world.house.webhooks.endpoint(APPS.demo, 'channel');
      const answer = await callApi(world, target, body, headers);
      assert.match(answer.type, /^application\/problem\+json/);
      const said = problem.parse(answer.body);
      assert.deepEqual([said.code, said.status, said.field], [code, KINDS[code]?.status ?? 422, field]);
      assert.equal(answer.status, said.status);
      assert.ok(said.mend.length > 10 && said.detail.length > 0);
      assert.deepEqual(await world.house.webhooks.endpoint(APPS.demo, 'channel'), before);
    });
  }

  it('says which methods there are', async () => {
    assert.equal((await callApi(world, 'DELETE /deliveries')).headers.get('allow'), 'HEAD, GET, POST');
  });

  it('says which apps there are', async () => {
    const { body } = await callApi(world, 'GET /deliveries?app=nobody');
    assert.match(String(body.detail), /got "nobody"; there are: .*1000001 데모상점/);
  });

  for (const [host, status] of [
    ['localhost:80', 200],
    ['127.0.0.1', 200],
    ['[::1]:5252', 200],
    ['kakao:5252', 200],
    ['host.docker.internal:5252', 200],
    ['rebound.example.com:5252', 421],
    ['127.0.0.1.example.com', 421],
  ] as const) {
    it(`answers ${status} when it is called by the name "${host}"`, async () => {
      const got = await new Promise<number | undefined>((resolve, reject) => {
        request(`${world.url}/_sim/api/deliveries`, { headers: { host } }, (response) => resolve(response.resume().statusCode))
          .on('error', reject)
          .end();
      });
      assert.equal(got, status);
    });
  }

  it('reads no cookie and sets none', async () => {
    const answer = await callApi(world, 'GET /deliveries', undefined, { cookie: 'kakao_sync_console=x; kakao_sync_lang=en' });
    assert.equal(answer.headers.get('set-cookie'), null);
  });
});

describeHouse('the control API · what it answers', (world) => {
  it('is refused by ourselves where it does not fit its description', async () => {
    const wrong = call({
      method: 'GET',
      path: '/x',
      summary: { en: 'x', ko: 'x' },
      answer: z.strictObject({ n: z.number() }),
      do: async () => ({ n: 'x' }) as never,
    });
    const brought = { params: {}, query: {}, body: {}, gone: new AbortController().signal };
    await assert.rejects(wrong.run(world.house, brought), /does not fit its description/);
  });
});
