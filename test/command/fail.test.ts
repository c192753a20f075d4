/** `fail`: faults from a terminal. */
import assert from 'node:assert/strict';
import { createSimulator } from '../../src/index.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { refused } from '../helpers/rooms.ts';
import { command } from './in-process.ts';

describeHouse('the command · fail', (world) => {
  const fail = (...args: string[]) => command(world.url, 'fail', ...args);

  it('lists what can be asked for, asks for it, and takes it back', async () => {
    assert.match((await fail()).stdout, /^ENDPOINT +ITS ERRORS\n\/oauth\/authorize +KOE001 .*consent_required/);
    assert.match((await fail('token', '--with', 'KOE320')).stdout, /^KOE320: the next request to \/oauth\/token \[\w+\]\n$/);
    const more = await fail(
      'user/me',
      '--with',
      'reset',
      '--after',
      '--times',
      'always',
      '--ms',
      '2s',
      '--app',
      '데모상점',
      '--user',
      'han',
    );
    const says = `reset, 2000 ms late after the effect: every request to /v2/user/me of app ${APPS.demo} about 01-han`;
    assert.equal(more.stdout.replace(/ \[\w+\]\n$/, ''), says);
    assert.equal((await fail('--list')).stdout.trim().split('\n').length, 2);
    assert.deepEqual(JSON.parse((await fail('--list', '--json')).stdout.split('\n')[0]!).with, 'KOE320');
    assert.equal((await fail('--clear')).code, 0);
    assert.equal((await fail('--list')).stdout, 'no faults\n');
  });

  it('says in one line what it does not understand', async () => {
    for (const [args, says] of [
      [['token', '--with', 'KOE006'], /with: KOE006 does not belong to \/oauth\/token; \/oauth\/token has KOE001, [^\n]*\n$/],
      [['token', '--with', 'reset', '--times', 'often'], /--times: expected a number or "always", got "often"\n$/],
      [['--with', 'reset'], /fail: say on which endpoint, like token\n$/],
    ] as const) {
      const { code, stderr } = await fail(...args);
      assert.equal(code, 1);
      assert.match(stderr, says);
    }
  });
});

describe('the library · fail', () => {
  it('has the next request fail, and the one after not', async () => {
    await using kakao = await createSimulator();
    const fault = await kakao.fail({ on: '/.well-known/jwks.json', with: 503, times: 1 });
    assert.deepEqual([fault.on, fault.with], ['/.well-known/jwks.json', '503']);
    const status = async () => (await fetch(`${kakao.url}/.well-known/jwks.json`)).status;
    assert.deepEqual([await status(), await status()], [503, 200]);
    await refused('fault_refused', kakao.fail({ on: 'token', with: 'KOE006' }), { field: 'with' });
  });
});
