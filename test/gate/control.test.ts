/** The control API of a shared simulator: by the key in a header, and never by a cookie. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import type { OpenApi } from '../../src/control/openapi.ts';
import { cookiesOf, describeShared, HERE, KEY, signIn } from './shared.ts';

describeShared('gate · the control API of a shared simulator', (world) => {
  const reset = () => supertest(world.url).post('/_sim/api/resets').send({});

  it('asks for the operator secret, call by call, and says how to send it', async () => {
    for (const key of [undefined, 'Bearer', 'Bearer wrong', `Basic ${KEY.slice(7)}`, KEY.slice(7)]) {
      const answer = await (key === undefined ? reset() : reset().set('Authorization', key));
      assert.equal(answer.status, 401, key);
      assert.match(answer.headers['www-authenticate']!, /^Bearer realm="kakao-sync-simulator"$/);
      assert.match(answer.headers['content-type']!, /^application\/problem\+json/);
      const problem = JSON.parse(answer.text) as { code: string; mend: string };
      assert.equal(problem.code, 'key_missing');
      assert.match(problem.mend, /Authorization: Bearer/);
    }
    assert.equal((await reset().set('Authorization', KEY)).status, 200);
    assert.equal((await supertest(world.url).get('/_sim/api/apps')).status, 401);
    assert.equal((await supertest(world.url).get('/_sim/api/apps').set('Authorization', KEY)).status, 200);
    assert.equal((await supertest(world.url).get('/_sim/api/none-such')).status, 401, 'nor what calls there are');
  });

  it('takes no cookie for a key', async () => {
    const cookie = cookiesOf(await signIn(world));
    assert.equal((await reset().set(HERE).set('Cookie', cookie)).status, 401);
    assert.equal((await supertest(world.url).get('/_sim/api/accounts').set('Cookie', cookie)).status, 401);
    assert.equal((await supertest(world.url).get('/_sim/api').set(HERE).set('Cookie', cookie)).status, 200, 'its page is for people');
  });

  it('names the key in its OpenAPI document', async () => {
    const { body } = await supertest(world.url).get('/_sim/api/openapi.json').set('Authorization', KEY);
    const { components, security } = body as OpenApi;
    assert.deepEqual(security, [{ operatorSecret: [] }]);
    assert.equal(components.securitySchemes?.['operatorSecret']?.scheme, 'bearer');
  });

  it('has had enough of wrong keys from an address after ten, and says until when', async () => {
    for (let tries = 0; tries < 10; tries += 1) assert.equal((await reset().set('Authorization', 'Bearer wrong')).status, 401);
    const answer = await reset().set('Authorization', KEY);
    assert.equal(answer.status, 429);
    assert.match(answer.headers['retry-after']!, /^(?:900|8\d\d)$/);
    assert.equal((JSON.parse(answer.text) as { code: string }).code, 'too_many_tries');
    const page = await signIn(world);
    assert.equal(page.status, 429);
    assert.match(page.text, /15분 뒤에/);
    assert.equal((await reset().set('Authorization', KEY).set('X-Forwarded-For', '198.51.100.7')).status, 200, 'others are not meant');
  });
});
