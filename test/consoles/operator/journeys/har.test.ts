/** A login as HTTP Archive 1.2. Source: http://www.softwareishard.com/blog/har-12-spec/ */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { z } from 'zod';
import { describeHouse } from '../../../helpers/house.ts';
import { walk } from './walk.ts';

const named = z.array(z.strictObject({ name: z.string(), value: z.string() }));
const message = { httpVersion: z.string(), cookies: named, headers: named, headersSize: z.int().gte(-1), bodySize: z.int().gte(-1) };
const har = z.strictObject({
  log: z.strictObject({
    version: z.literal('1.2'),
    creator: z.strictObject({ name: z.string(), version: z.string() }),
    entries: z.array(
      z.strictObject({
        startedDateTime: z.iso.datetime(),
        time: z.number().gte(0),
        request: z.strictObject({
          ...message,
          method: z.string(),
          url: z.url(),
          queryString: named,
          postData: z.strictObject({ mimeType: z.string(), params: named, text: z.string() }).optional(),
        }),
        response: z.strictObject({
          ...message,
          status: z.int(),
          statusText: z.string(),
          content: z.strictObject({ size: z.int(), mimeType: z.string(), text: z.string().optional() }),
          redirectURL: z.string(),
        }),
        cache: z.strictObject({}),
        timings: z.strictObject({ send: z.number(), wait: z.number(), receive: z.number() }),
        comment: z.string(),
      }),
    ),
  }),
});

describeHouse('/_sim/journeys/:id.har', (world) => {
  const archive = async (id: string, query = '') => {
    const { text, headers } = await supertest(world.url).get(`/_sim/journeys/${id}.har${query}`).expect(200);
    assert.match(headers['content-disposition'] ?? '', new RegExp(`filename="login-${id}\\.har"`));
    return { text, entries: har.parse(JSON.parse(text)).log.entries };
  };

  it('is a valid archive of every step, and masked', async () => {
    const { id, code, tokens } = await walk(world);
    const { text, entries } = await archive(id);
    assert.equal(entries.length, 7);
    for (const secret of [code, tokens.access_token, tokens.refresh_token]) assert.equal(text.includes(secret), false);
    const [authorize] = entries;
    assert.ok(authorize!.request.url.startsWith(`${world.url}/oauth/authorize?`));
    assert.deepEqual(
      authorize!.request.queryString.find(({ name }) => name === 'state'),
      { name: 'state', value: '상태 &1' },
    );
    assert.match(authorize!.response.cookies[0]!.name, /^kakao_sync_/);
  });

  it('has the bytes as they were when secrets are asked for', async () => {
    const { id, code, tokens } = await walk(world);
    const { entries } = await archive(id, '?show=secrets');
    const redeemed = entries.find(({ request }) => request.url.endsWith('/oauth/token'))!;
    assert.equal(redeemed.request.postData?.params.find(({ name }) => name === 'code')?.value, code);
    assert.equal(JSON.parse(redeemed.response.content.text!).access_token, tokens.access_token);
    assert.match(entries[4]!.response.redirectURL, new RegExp(`code=${code}`));
  });
});
