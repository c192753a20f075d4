/** The token request in every form that clients send it, and in those that nobody should. */
import assert from 'node:assert/strict';
import { request as send } from 'node:http';
import supertest from 'supertest';
import { APPS, CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { goThrough, token } from '../helpers/login.ts';

const FORM = 'application/x-www-form-urlencoded';

type Fields = Record<string, string>;
type Sent = { query?: Fields; body?: Fields; type?: string };

/** How the fields of a good request are spread; `ok` or the KOE code of the answer. */
const forms: { form: string; of: (fields: Fields) => Sent; answer: string }[] = [
  { form: 'a form body', of: (body) => ({ body }), answer: 'ok' },
  { form: 'a form body with a charset', of: (body) => ({ body, type: `${FORM};charset=utf-8` }), answer: 'ok' },
  { form: 'a form body with a charset that does not exist', of: (body) => ({ body, type: `${FORM}; charset=klingon` }), answer: 'ok' },
  { form: 'everything in the query, an empty body', of: (query) => ({ query, body: {} }), answer: 'ok' },
  { form: 'everything in the query, a body of another type', of: (query) => ({ query, body: {}, type: 'text/plain' }), answer: 'ok' },
  {
    form: 'the code in the body, the client in the query',
    of: ({ client_id: id, ...body }) => ({ query: { client_id: id! }, body }),
    answer: 'ok',
  },
  { form: 'another code in the query than in the body', of: (body) => ({ query: { code: 'other' }, body }), answer: 'ok' },
  {
    form: 'unknown fields beside it',
    of: (body) => ({ body: { ...body, ka: 'sdk', android_key_hash: 'x', scope: 'admin' } }),
    answer: 'ok',
  },
  { form: 'an empty scope', of: (body) => ({ body: { ...body, scope: '' } }), answer: 'ok' },
  { form: 'no redirect_uri', of: (body) => ({ body: without(body, 'redirect_uri') }), answer: 'ok' },
  { form: 'an empty redirect_uri', of: (body) => ({ body: { ...body, redirect_uri: '' } }), answer: 'ok' },
  { form: 'a form body called JSON', of: (body) => ({ body, type: 'application/json' }), answer: 'KOE101' },
  { form: 'a form body called text', of: (body) => ({ body, type: 'text/plain' }), answer: 'KOE101' },
  { form: 'a body of 60 KB', of: (body) => ({ body: { ...body, junk: 'x'.repeat(60_000) } }), answer: 'KOE001' },
];

describeHouse('oauth · the forms of a token request', (world) => {
  for (const { form, of, answer } of forms) {
    it(`${form}: ${answer === 'ok' ? 'tokens' : answer}`, async () => {
      const got = await post(world, of(await fields(world)));
      assert.equal(got.body.error_code ?? 'ok', answer, got.text);
      assert.equal(got.headers['content-type'], 'application/json;charset=UTF-8');
    });
  }

  it('a JSON body is not read: KOE101 [null], and the code is still good', async () => {
    const good = await fields(world);
    const answer = await supertest(world.url).post('/oauth/token').send(good).expect(401);
    assert.equal(answer.body.error_description, 'Not exist client_id [null]');
    assert.equal((await token(world, good)).status, 200);
  });

  for (const name of ['grant_type', 'client_id', 'client_secret', 'code', 'redirect_uri', 'unheard_of']) {
    it(`O13 · ${name} twice: KOE001, and the code is still good`, async () => {
      const good = await fields(world);
      const twice = `${new URLSearchParams({ unheard_of: '1', ...good })}&${name}=x`;
      const answer = await supertest(world.url).post('/oauth/token').type('form').send(twice);
      assert.deepEqual([answer.status, answer.body.error, answer.body.error_code], [400, 'invalid_request', 'KOE001']);
      assert.equal((await token(world, good)).status, 200);
    });
  }

  it('a body of 20 MB: KOE001, without being taken in', async () => {
    assert.equal(await postEndlessly(world, 20_000_000), 400);
  });

  for (const secret of ['undefined', '', 'BueBzqqM68GjVDfsV8gLmA82P7RHx7hp']) {
    it(`the client secret is OFF: "${secret}" is fine`, async () => {
      const answer = await token(world, { ...(await fields(world, APPS.secretOff)), client_secret: secret });
      assert.equal(answer.status, 200);
    });
  }

  it('the client secret follows its switch at once', async () => {
    const bare = without(await fields(world), 'client_secret');
    assert.equal((await token(world, bare)).body.error_code, 'KOE010');
    const { secret } = await world.key(APPS.demo);
    await world.changeKey(APPS.demo, { secret: { ...secret, on: false } });
    assert.equal((await token(world, bare)).status, 200);
    await world.changeKey(APPS.demo, { secret: { value: 'a-new-one', on: true } });
    assert.equal((await token(world, await fields(world))).status, 200);
  });

  it('O23 · no page of another origin may read the answer', async () => {
    const answer = await supertest(world.url)
      .post('/oauth/token')
      .set('Origin', 'https://evil.example')
      .type('form')
      .send(await fields(world));
    assert.equal(answer.headers['access-control-allow-origin'], undefined);
  });
});

/** The fields of a token request that is right. */
async function fields(world: World, app: string = APPS.demo): Promise<Fields> {
  const { query } = await goThrough(world, { app, as: 'returning' });
  const { key, secret } = await world.key(app);
  return { grant_type: 'authorization_code', client_id: key, client_secret: secret.value, redirect_uri: CALLBACK, code: query.code! };
}

function without(fields: Fields, name: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([each]) => each !== name));
}

function post({ url }: World, { query = {}, body = {}, type = FORM }: Sent) {
  return supertest(url).post('/oauth/token').query(query).set('Content-Type', type).send(new URLSearchParams(body).toString());
}

/** Posts a form of this length as fast as it is taken, and resolves with the status. */
function postEndlessly({ url }: World, length: number): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  const request = send(`${url}/oauth/token`, { method: 'POST', headers: { 'Content-Type': FORM, 'Content-Length': length } }, (answer) => {
    resolve(answer.statusCode);
    request.destroy();
  });
  request.on('error', reject);
  request.write('x='.padEnd(100_000, 'x'));
  return promise;
}
