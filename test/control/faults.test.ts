/** Faults in the control API: what can be asked for, and what cannot. That they happen, test/mishaps shows. */
import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../helpers/house.ts';
import { callApi } from './api.ts';

describeHouse('the control API · faults', (world) => {
  const ask = (body: object) => callApi(world, 'POST /faults', body);

  it('are asked for by the names of things, listed and taken back', async () => {
    const made = await ask({ on: 'user/me', with: -401, ms: '1s500ms', times: 2, app: '데모상점', user: 'han', flow: 'a' });
    const { id, ...told } = made.body;
    assert.equal(made.status, 201);
    assert.deepEqual(told, {
      on: '/v2/user/me',
      with: '-401',
      after: false,
      ms: 1500,
      times: 2,
      app: APPS.demo,
      user: '01-han',
      flow: 'a',
    });
    await ask({ on: 'token', ms: 20 });
    assert.equal((await callApi<{ faults: unknown[] }>(world, 'GET /faults')).body.faults.length, 2);
    await callApi(world, `DELETE /faults/${String(id)}`);
    await callApi(world, `DELETE /faults/${String(id)}`);
    assert.equal((await callApi<{ faults: unknown[] }>(world, 'GET /faults')).body.faults.length, 1);
    await callApi(world, 'DELETE /faults');
    assert.deepEqual((await callApi(world, 'GET /faults')).body, { faults: [] });
  });

  it('mean the newest version of an endpoint, and ask where a name means two', async () => {
    for (const [name, path] of [
      ['authorize', '/oauth/authorize'],
      ['/oauth/token', '/oauth/token'],
      ['scopes', '/v2/user/scopes'],
      ['user/revoke/scopes', '/v2/user/revoke/scopes'],
      ['talk/channels', '/v2/api/talk/channels'],
      ['code', '/apiweb/code.json'],
      ['jwks', '/.well-known/jwks.json'],
    ]) {
      assert.equal((await ask({ on: name, ms: 1 })).body.on, path);
    }
    assert.equal((await ask({ on: 'logout', ms: 1 })).body.detail, 'on: "logout" may be /oauth/logout or /v1/user/logout; say which');
  });

  it('are refused with what there is, where they cannot happen', async () => {
    for (const [body, field, says] of [
      [{ on: 'tokens', with: 'KOE320' }, 'on', /there is no endpoint "tokens"; there are: \/oauth\/authorize, \/oauth\/token, /],
      [
        { on: 'token', with: 'KOE006' },
        'with',
        /KOE006 does not belong to \/oauth\/token; \/oauth\/token has KOE001, .*KOE322; on the wire/,
      ],
      [{ on: 'token', with: 'KOE126' }, 'with', /KOE126 does not belong/],
      [{ on: 'jwks', with: '-401' }, 'with', /\/\.well-known\/jwks\.json has no error of its own; on the wire there are reset, hang/],
      [{ on: 'token' }, 'with', /say what goes wrong, or how late/],
      [{ on: 'token', with: 'KOE320', after: true }, 'after', /only what happens on the wire/],
      [{ on: 'token', with: 'reset', times: 0 }, 'times', /1 to 1000000, or null/],
      [{ on: 'token', ms: '1d' }, 'ms', /0 to 600000 milliseconds/],
    ] as const) {
      const { status, body: problem } = await ask(body);
      assert.deepEqual([status, problem.code, problem.field], [422, 'fault_refused', field]);
      assert.match(String(problem.detail), says);
    }
    assert.deepEqual((await ask({ on: 'token', with: 'reset', user: 'nobody' })).body.field, 'user');
    assert.deepEqual((await ask({ on: 'token', with: 'reset', ms: 'soon' })).body.field, 'ms');
    assert.deepEqual((await callApi(world, 'GET /faults')).body, { faults: [] });
  });

  it('are listed by endpoint', async () => {
    const { endpoints } = (await callApi<{ endpoints: { on: string; codes: string[] }[] }>(world, 'GET /faults/endpoints')).body;
    assert.ok(endpoints.find(({ on }) => on === '/oauth/token')!.codes.includes('KOE320'));
    assert.ok(endpoints.find(({ on }) => on === '/oauth/authorize')!.codes.includes('consent_required'));
    assert.equal(
      endpoints.find(({ on }) => on === '/v1/user/me'),
      undefined,
    );
  });
});
