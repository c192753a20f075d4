/** 디벨로퍼스 · keys, client secrets and redirect URIs. */
import assert from 'node:assert/strict';
import type { AppKey } from '../../src/apps/index.ts';
import { APPS } from '../helpers/house.ts';
import { COLLEAGUE, describeRooms, OWNER, refused, STRANGER } from '../helpers/rooms.ts';

const APP = APPS.biz; // COLLEAGUE is an editor

describeRooms('apps · keys', (rooms) => {
  const keyOf = async (type: AppKey['type']) => (await rooms.house.apps.byId(APP))!.keys.find((key) => key.type === type)!;
  const keysOf = async (type: AppKey['type']) => (await rooms.house.apps.byId(APP))!.keys.filter((key) => key.type === type);

  it('an app has up to five keys of a kind', async () => {
    for (let i = 0; i < 4; i += 1) await rooms.house.apps.addKey(COLLEAGUE, APP, 'rest');
    assert.equal(new Set((await keysOf('rest')).map(({ key }) => key)).size, 5);
    await refused('too_many_keys', rooms.house.apps.addKey(COLLEAGUE, APP, 'rest'), { type: 'rest', most: 5 });
    await rooms.house.apps.addKey(COLLEAGUE, APP, 'native');
  });

  it('are replaced: the old one opens nothing, what belongs to it stays', async () => {
    const old = await keyOf('native');
    const { key, ...rest } = await rooms.house.apps.reissueKey(COLLEAGUE, APP, old.key);
    assert.equal(await rooms.house.apps.byKey(old.key), undefined);
    assert.equal((await rooms.house.apps.byKey(key))?.app.id, APP);
    assert.deepEqual(rest.redirectUris, [`kakao${key}://oauth`]);
    assert.deepEqual(rest.secret, old.secret);
  });

  it('are removed, all but one', async () => {
    for (const type of ['rest', 'javascript'] as const) await rooms.house.apps.removeKey(COLLEAGUE, APP, (await keyOf(type)).key);
    await refused('last_key', rooms.house.apps.removeKey(COLLEAGUE, APP, (await keyOf('native')).key));
  });

  it('are an editor’s to touch, and of this app', async () => {
    const { key } = await keyOf('rest');
    const { apps } = rooms.house;
    const attempts = [
      apps.addKey(STRANGER, APP, 'rest'),
      apps.reissueKey(STRANGER, APP, key),
      apps.removeKey(STRANGER, APP, key),
      apps.switchSecret(STRANGER, APP, key, true),
      apps.reissueSecret(STRANGER, APP, key),
    ];
    for (const attempt of attempts) await refused('app_role_missing', attempt, { needed: 'editor' });
    await refused('unknown_key', apps.reissueKey(OWNER, APPS.linked, key));
    await refused('unknown_key', apps.removeKey(OWNER, APPS.linked, key));
    await refused('unknown_key', apps.switchSecret(OWNER, APPS.linked, key, true));
  });

  it('have a client secret that is switched and replaced', async () => {
    const old = await keyOf('rest');
    const on = await rooms.house.apps.switchSecret(COLLEAGUE, APP, old.key, true);
    assert.deepEqual(on.secret, { value: old.secret.value, on: true });
    const fresh = await rooms.house.apps.reissueSecret(COLLEAGUE, APP, old.key);
    assert.notEqual(fresh.secret.value, old.secret.value);
    assert.match(fresh.secret.value, /^[A-Za-z0-9]{32}$/);
    assert.ok(fresh.secret.on);
    assert.ok(!(await rooms.house.apps.switchSecret(COLLEAGUE, APP, old.key, false)).secret.on);
  });
});
