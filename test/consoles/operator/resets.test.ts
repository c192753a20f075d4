/** `/_sim/resets`: everything back to the seed, once that was confirmed. That it is whole, test/world shows row by row. */
import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSimulator } from '../../../src/index.ts';
import { formWith, press, shown, textOf } from '../../helpers/forms.ts';
import { APPS, describeHouse, SEED } from '../../helpers/house.ts';
import { api, goThrough, signUp } from '../../helpers/login.ts';
import { useFolder } from '../../helpers/store.ts';
import { Visitor } from '../../helpers/visitor.ts';
import { APP, submitted } from './street.ts';

describeHouse('/_sim/resets', (world) => {
  it('says what goes and what stays, and does nothing yet', async () => {
    await submitted(world);
    const page = await world.visitor().open('/_sim/resets');
    assert.match(textOf(page.html), /모두 처음 상태로 되돌릴까요\?.*world\.json.*사라지는 것.*되돌릴 수 없습니다/);
    assert.equal((await world.house.sync.applications(APP)).length, 2);
  });

  it('ends sign-ups, tokens, logins, applications, callbacks and the moved clock', async () => {
    const visitor = world.visitor();
    const { access_token: access } = await signUp(world, { app: APPS.demo, as: 'new', visitor });
    const [path] = await submitted(world);
    await world.house.world.advance(3600_000);
    const after = await press(visitor, await visitor.open('/_sim/resets'), 'reset');
    assert.equal(after.url.pathname, '/_sim');
    assert.equal(shown(after, 'done'), '처음 상태로 되돌렸습니다.');
    assert.equal(shown(after, 'clock-ahead'), '컴퓨터 시각과 같습니다.');
    assert.equal((await api(world, '/v2/user/me', access)).status, 401);
    assert.equal((await visitor.open(path!)).status, 404);
    assert.deepEqual(await world.house.sync.applications(APP), []);
    assert.match((await visitor.open('/_sim/deliveries')).html, /아직 보낸 콜백이 없습니다/);
    const { key } = await world.key(APPS.demo);
    const login = await visitor.authorize({ client_id: key, redirect_uri: 'http://localhost:3000/oauth' });
    assert.match(login.url.pathname, /^\/oauth\/login\//, 'nobody is logged in');
    assert.ok((await goThrough(world, { app: APPS.demo, as: 'new' })).query.code, 'and signing up works as the first time');
  });

  it('is done once: pressed twice, what was done between stays', async () => {
    const visitor = world.visitor();
    const page = await visitor.open('/_sim/resets');
    await press(visitor, page, 'reset');
    await submitted(world);
    await press(visitor, page, 'reset');
    assert.equal((await world.house.sync.applications(APP)).length, 2);
  });

  it('does not take a form from elsewhere, nor one that names no world', async () => {
    const visitor = world.visitor();
    const page = await visitor.open('/_sim/resets');
    await submitted(world);
    assert.equal((await press(visitor, page, 'reset', { plantedAt: 'x' })).status, 400);
    const foreign = await fetch(`${world.url}/_sim/resets`, {
      method: 'POST',
      headers: { origin: 'http://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(formWith(page, 'reset').fields),
    });
    assert.equal(foreign.status, 403);
    assert.equal((await world.house.sync.applications(APP)).length, 2);
  });
});

describe('/_sim/resets · with a seed file that is broken meanwhile', () => {
  const folder = useFolder();

  it('says what is wrong with it, and has erased nothing', async () => {
    const seed = join(folder(), 'seed.json');
    await writeFile(seed, await readFile(SEED));
    const simulator = await createSimulator({ seed });
    const visitor = new Visitor(simulator.url);
    await press(visitor, await visitor.open('/_sim'), 'clock-advance');
    await rm(seed);
    const refused = await press(visitor, await visitor.open('/_sim/resets'), 'reset');
    assert.equal(refused.status, 422);
    assert.match(textOf(refused.html), /아무것도 지우지 않았습니다.*expected a readable file/);
    assert.match(shown(await visitor.open('/_sim'), 'clock-ahead'), /1일 0시간/);
    await simulator.close();
  });
});
