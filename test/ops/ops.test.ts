/** What those who run a simulator see of it: health, figures for Prometheus, and a line for each request. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { createApp } from '../../src/app.ts';
import { createSimulator } from '../../src/index.ts';
import type { Line } from '../../src/ops/observe.ts';
import { listen, type Listening } from '../../src/serve.ts';
import { APPS, CALLBACK, describeHouse } from '../helpers/house.ts';
import { raw } from '../malformed/raw.ts';

describeHouse('ops', (world) => {
  const get = (path: string) => supertest(world.url).get(path);

  describe('health', () => {
    it('answers /livez, /readyz and /health with 200 while it can do its work', async () => {
      assert.equal((await get('/livez')).text, 'ok\n');
      assert.equal((await get('/readyz')).status, 200);
      const { status, body } = await get('/health');
      assert.deepEqual([status, body.status, body.checks], [200, 'ok', { store: 'ok' }]);
      assert.match(body.version as string, /^\d+\.\d+\.\d+/);
    });

    it('is alive and not ready when its store does not answer', async () => {
      world.house.store.get = async () => Promise.reject(new Error('gone'));
      assert.equal((await get('/livez')).status, 200);
      assert.equal((await get('/readyz')).status, 503);
      assert.deepEqual((await get('/health')).body.checks, { store: 'does not answer' });
    });

    it('sends nobody here any more while it ends, and answers those who come', async () => {
      const simulator = await createSimulator({ drain: 2 });
      const ended = simulator.close();
      const [ready, health, live] = await Promise.all(['/readyz', '/health', '/livez'].map((path) => fetch(simulator.url + path)));
      assert.deepEqual([ready!.status, await ready!.text()], [503, 'it is ending\n']);
      assert.equal(((await health!.json()) as { status: string }).status, 'ending');
      assert.deepEqual([live!.status, live!.headers.get('connection')], [200, 'close']);
      await ended;
      await assert.rejects(fetch(simulator.url));
    });

    it('is not there by the names of Kakao', async () => {
      for (const path of ['/health', '/metrics']) assert.equal((await get(path).set('Host', 'kapi.kakao.com')).status, 404);
    });
  });

  describe('metrics', () => {
    const valueOf = async (series: string) => {
      const { text } = await get('/metrics');
      return Number(
        text
          .split('\n')
          .find((line) => line.startsWith(`${series} `))
          ?.slice(series.length + 1) ?? NaN,
      );
    };

    it('counts requests by face, method and status, and how long they took', async () => {
      await get('/v2/user/me');
      await get('/v2/user/me');
      await get('/nobody/knows/this');
      assert.equal(await valueOf('kakao_sync_http_requests_total{face="kapi",method="GET",status="401"}'), 2);
      assert.equal(await valueOf('kakao_sync_http_requests_total{face="other",method="GET",status="404"}'), 1);
      assert.equal(await valueOf('kakao_sync_http_request_duration_seconds_count{face="kapi"}'), 2);
    });

    it('counts callbacks that wait, tells how far house time is ahead, and how the process does', async () => {
      world.clock.advance(90_000);
      assert.equal(await valueOf('kakao_sync_clock_offset_seconds'), 90);
      assert.equal(await valueOf('kakao_sync_deliveries_pending'), 0);
      assert.ok((await valueOf('process_resident_memory_bytes')) > 0);
    });

    it('counts what cannot be read, too', async () => {
      await raw(world.url, 'GET http://[ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
      assert.equal(await valueOf('kakao_sync_http_requests_total{face="other",method="GET",status="400"}'), 1);
    });

    it('is not more for paths and methods that somebody makes up', async () => {
      for (let at = 0; at < 20; at++) await supertest(world.url).get(`/made-up-${at}/v2/user/me`);
      const { text } = await get('/metrics');
      assert.equal(text.match(/http_request_duration_seconds_count/g)?.length, 1);
    });
  });

  describe('the log', () => {
    let lines: Line[];
    let server: Listening;
    beforeEach(async () => {
      lines = [];
      server = await listen(0, '127.0.0.1');
      server.answer(
        createApp(world.house, {
          report: (error) => world.reported.push(error),
          partnerUrl: null,
          log: (line) => lines.push(line),
        }).callback(),
      );
    });
    afterEach(() => server.stop());

    it('has a line for each request with the id of its answer, and keeps an id that a proxy gave', async () => {
      const { headers } = await supertest(server.url).get('/livez');
      await supertest(server.url).get('/livez').set('X-Request-Id', 'edge-42');
      await supertest(server.url).get('/livez').set('X-Request-Id', 'two words "and" a quote');
      await server.stop();
      assert.deepEqual(
        lines.map(({ face, method, route, status }) => `${face} ${method} ${route} ${status}`),
        Array<string>(3).fill('other GET /livez 200'),
      );
      assert.deepEqual([lines[0]!.id, lines[1]!.id], [headers['x-request-id'], 'edge-42']);
      assert.match(lines[2]!.id, /^[0-9a-f-]{36}$/);
      assert.ok(lines.every(({ time, ms }) => !Number.isNaN(Date.parse(time)) && ms >= 0));
    });

    it('names a page that was answered as it was asked for, wherever the answer leads', async () => {
      const person = supertest.agent(server.url);
      const { key } = await world.key(APPS.demo);
      const asked = { client_id: key, redirect_uri: CALLBACK, response_type: 'code' };
      const { headers } = await person.get('/oauth/authorize').query(asked);
      await person.post(new URL(headers['location']!, server.url).pathname).type('form').send({ persona: 'han' });
      await server.stop();
      const { method, route, status } = lines.at(-1)!;
      assert.equal(`${method} ${route} ${status}`, 'POST /oauth/login/:uid 303');
    });

    it('holds no code, no token, no id and nothing that a person typed', async () => {
      const person = supertest(server.url);
      const { key } = await world.key(APPS.demo);
      await person.get('/oauth/authorize').query({ client_id: key, redirect_uri: CALLBACK, response_type: 'code', state: 'my-state' });
      await person.post('/oauth/token').type('form').send({ grant_type: 'authorization_code', client_id: key, code: 'my-code' });
      await person.get('/v2/user/me').set('Authorization', 'Bearer my-token');
      await person.post('/account/login').type('form').send({ loginId: 'me@example.com', password: 'my-password' });
      await person.get('/oauth/consent/my-uid');
      await person.get(`/_sim/desk/${APPS.demo}?kept=my-query`);
      await server.stop();
      assert.deepEqual(
        lines.map(({ face, route }) => `${face} ${route}`),
        [
          'kauth /oauth/authorize',
          'kauth /oauth/token',
          'kapi /v2/user/me',
          'account /account/login',
          'kauth /oauth/consent/:uid',
          'operator /_sim/desk/:app',
        ],
      );
      assert.doesNotMatch(JSON.stringify(lines), new RegExp(`my-|@|kept|${key}|${APPS.demo}`));
    });
  });
});
