/** A shared simulator: its consoles and `/_sim` are operators' alone, route by route. Source: security 6.5, 6.6. */
import assert from 'node:assert/strict';
import { snapshotOf } from '../../../src/store/index.ts';
import { cookiesOf, describeShared, signIn } from '../../gate/shared.ts';
import { RECEIVER, routes, STREAMS } from '../../malformed/street.ts';
import { OPERATOR } from './operator.table.ts';

const rows = OPERATOR.trim()
  .split('\n')
  .flatMap((line) => {
    const [methods = '', path = ''] = line.split(/ +/);
    return methods.split(',').map((method) => `${method} ${path}`);
  });
const streams = STREAMS.map((path) => ({ method: 'GET' as const, path }));

describeShared('shared · the table of operators', (world) => {
  it('has a row for every route of /_sim but the receiver of callbacks, and none for what is no route', () => {
    const served = [...routes, ...streams].filter(({ path }) => path.startsWith('/_sim') && path !== RECEIVER);
    assert.deepEqual(rows.toSorted(), served.map(({ method, path }) => `${method} ${path}`).toSorted());
  });

  it('every route of it and of the consoles asks a stranger to sign in, and does nothing', async () => {
    const account = await world.house.accounts.openSession('91-owner');
    const before = await snapshotOf(world.house.store);
    for (const { method, path } of [...routes, ...streams]) {
      const url = new URL(path.replace(/:\w+/g, '1'), world.url);
      const headers = { accept: 'text/html', connection: 'close', cookie: `kakao_sync_console=${account}; kakao_sync_talk=${account}` };
      const answer = await fetch(url, { method, redirect: 'manual', headers });
      await answer.body?.cancel();
      const isAsked = method === 'POST' ? answer.status === 401 : answer.headers.get('location')?.startsWith('/_sim/session?');
      assert.ok(isAsked, `${method} ${path}: ${answer.status}`);
    }
    assert.deepEqual(await snapshotOf(world.house.store), before);
  });

  it('every page of it is there for an operator', async () => {
    const cookie = cookiesOf(await signIn(world));
    for (const { method, path } of [...routes, ...streams].filter((each) => each.path.startsWith('/_sim') && each.method === 'GET')) {
      const url = new URL(path.replace(/:\w+/g, '1'), world.url);
      const answer = await fetch(url, { method, redirect: 'manual', headers: { accept: 'text/html', connection: 'close', cookie } });
      await answer.body?.cancel();
      assert.ok(
        ![401, 403, 500].includes(answer.status) && !answer.headers.get('location')?.startsWith('/_sim/session'),
        `${path}: ${answer.status}`,
      );
    }
  });
});
