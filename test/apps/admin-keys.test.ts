/** 디벨로퍼스 · admin keys: the owner's, and what each may call. */
import assert from 'node:assert/strict';
import { adminApis } from '../../src/apps/index.ts';
import { served } from '../../src/kapi/routes.ts';
import { APPS } from '../helpers/house.ts';
import { COLLEAGUE, describeRooms, OWNER, refused } from '../helpers/rooms.ts';

const APP = APPS.biz; // COLLEAGUE is an editor
const HEX = 'f'.repeat(32);

describeRooms('apps · admin keys', (rooms) => {
  const app = async () => (await rooms.house.apps.byId(APP))!;

  it('are replaced; what they may call stays', async () => {
    const { apps } = rooms.house;
    const [first = ''] = (await app()).adminKeys;
    await apps.allowApis(OWNER, APP, first, ['/v1/user/ids']);
    const fresh = await apps.reissueAdminKey(OWNER, APP, first);
    assert.equal(await apps.byAdminKey(first), undefined);
    assert.deepEqual((await apps.byAdminKey(fresh))?.adminKeyApis, { [fresh]: ['/v1/user/ids'] });
  });

  it('are up to five, and one stays; the next one is primary then', async () => {
    const { apps } = rooms.house;
    const [first = ''] = (await app()).adminKeys;
    const second = await apps.addAdminKey(OWNER, APP);
    for (let i = 0; i < 3; i += 1) await apps.addAdminKey(OWNER, APP);
    await refused('too_many_keys', apps.addAdminKey(OWNER, APP), { type: 'admin', most: 5 });
    await apps.allowApis(OWNER, APP, first, []);
    await apps.removeAdminKey(OWNER, APP, first);
    assert.equal((await app()).adminKeys[0], second);
    assert.deepEqual((await app()).adminKeyApis, {});
    for (const key of (await app()).adminKeys.slice(1)) await apps.removeAdminKey(OWNER, APP, key);
    await refused('last_key', apps.removeAdminKey(OWNER, APP, second));
  });

  it('may call what was chosen, or everything', async () => {
    const { apps } = rooms.house;
    const [first = ''] = (await app()).adminKeys;
    await apps.allowApis(OWNER, APP, first, ['/v1/user/ids', '/v2/user/me']);
    assert.deepEqual((await app()).adminKeyApis[first], ['/v2/user/me', '/v1/user/ids']);
    await refused('unknown_api', apps.allowApis(OWNER, APP, first, ['/v9/all']), { api: '/v9/all' });
    await apps.allowApis(OWNER, APP, first, null);
    assert.deepEqual((await app()).adminKeyApis, {});
  });

  it('are the owner’s, and of this app', async () => {
    const { apps } = rooms.house;
    const [first = ''] = (await app()).adminKeys;
    const attempts = [
      apps.addAdminKey(COLLEAGUE, APP),
      apps.reissueAdminKey(COLLEAGUE, APP, first),
      apps.removeAdminKey(COLLEAGUE, APP, first),
      apps.allowApis(COLLEAGUE, APP, first, null),
    ];
    for (const attempt of attempts) await refused('app_role_missing', attempt, { needed: 'owner', has: 'editor' });
    await refused('unknown_key', apps.reissueAdminKey(OWNER, APP, HEX));
    await refused('unknown_key', apps.removeAdminKey(OWNER, APP, HEX));
    await refused('unknown_key', apps.allowApis(OWNER, APP, HEX, null));
  });

  it('call every API that takes one', () => {
    const taking = served.filter(({ forms }) => forms === 'admin key alone' || forms.includes('admin')).map(({ path }) => path);
    assert.deepEqual([...adminApis].sort(), taking.sort());
  });
});
