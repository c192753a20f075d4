/** Answers that come late, broken or not at all, before and after the request had its effect. */
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { APPS, describeHouse } from '../helpers/house.ts';
import { signUp, token } from '../helpers/login.ts';
import { grantOf } from '../contract/kauth-walk.ts';

describeHouse('a fault on the wire', (world) => {
  const ask = (fault: Parameters<typeof world.house.faults.ask>[0]) => world.house.faults.ask(fault);
  const post = async (fields: Record<string, string>, signal?: AbortSignal) =>
    fetch(`${world.url}/oauth/token`, { method: 'POST', body: new URLSearchParams(fields), ...(signal && { signal }) });
  const codeOf = (error: unknown) => ((error as Error).cause as { code?: string } | undefined)?.code;
  const isUsed = async (grant: Record<string, string>) => (await token(world, grant)).body.error_code === 'KOE320';

  it('tears the connection down before the effect: the code is good afterwards', async () => {
    const grant = await grantOf(world);
    await ask({ on: 'token', with: 'reset' });
    await assert.rejects(post(grant), (error) => codeOf(error) === 'ECONNRESET');
    assert.equal((await post(grant)).status, 200);
  });

  it('or after it: tokens were issued, and nobody has got them', async () => {
    const grant = await grantOf(world);
    await ask({ on: 'token', with: 'reset', after: true });
    await assert.rejects(post(grant), (error) => codeOf(error) === 'ECONNRESET');
    assert.ok(await isUsed(grant));
  });

  it('hangs until the client gives up', async () => {
    const grant = await grantOf(world);
    for (const after of [false, true]) {
      await ask({ on: 'token', with: 'hang', after });
      await assert.rejects(post(grant, AbortSignal.timeout(300)), { name: 'TimeoutError' });
    }
    assert.ok(await isUsed(grant));
  });

  it('sends half of the body that it has promised', async () => {
    const { access_token: access } = await signUp(world, { app: APPS.demo, as: 'new' });
    await ask({ on: 'user/me', with: 'truncate' });
    const { hostname, port } = new URL(world.url);
    const raw = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(Number(port), hostname, () =>
        socket.write(`GET /v2/user/me HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAuthorization: Bearer ${access}\r\n\r\n`),
      );
      socket.on('data', (piece) => (text += piece.toString('utf8')));
      socket.on('close', () => resolve(text)).on('error', () => resolve(text));
    });
    const [head = '', body = ''] = raw.split('\r\n\r\n');
    const promised = Number(/content-length: (\d+)/i.exec(head)![1]);
    assert.match(head, /^HTTP\/1\.1 200 OK/);
    assert.ok(Buffer.byteLength(body) > 0 && Buffer.byteLength(body) < promised);
    assert.throws(() => JSON.parse(body));
  });

  it('answers with a gateway’s page, before the effect or after it', async () => {
    const grant = await grantOf(world);
    await ask({ on: 'token', with: '502' });
    const before = await post(grant);
    assert.deepEqual([before.status, before.headers.get('content-type')], [502, 'text/html']);
    assert.match(await before.text(), /^<html>\r\n<head><title>502 Bad Gateway<\/title>/);
    await ask({ on: 'token', with: '504', after: true });
    const after = await post(grant);
    assert.equal(after.headers.get('x-kakao-sync-fault'), '504 after /oauth/token');
    assert.equal(after.headers.get('cache-control'), null);
    assert.match(await after.text(), /504 Gateway Timeout/);
    assert.ok(await isUsed(grant));
  });

  it('is late, alone or with something else', async () => {
    await ask({ on: '/.well-known/jwks.json', ms: 200 });
    await ask({ on: 'openid-configuration', ms: 200, with: '503' });
    const began = performance.now();
    const keys = await fetch(`${world.url}/.well-known/jwks.json`);
    const document = await fetch(`${world.url}/.well-known/openid-configuration`);
    assert.ok(performance.now() - began > 390);
    assert.deepEqual([keys.status, document.status], [200, 503]);
    assert.equal(keys.headers.get('x-kakao-sync-fault'), '200 ms late on /.well-known/jwks.json');
  });

  it('keeps the authorize page from the browser, too', async () => {
    await ask({ on: 'authorize', with: '500', times: 2 });
    const url = `${world.url}/oauth/authorize?client_id=${(await world.key(APPS.demo)).key}&response_type=code&redirect_uri=http://localhost:3000/oauth`;
    for (let i = 0; i < 2; i += 1) assert.equal((await fetch(url)).status, 500);
    assert.equal((await fetch(url, { redirect: 'manual' })).status, 303);
  });
});
