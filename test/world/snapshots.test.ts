/** Snapshots: rows, files and clock at one moment, in hand or under a name. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY } from '../../src/clock.ts';
import { createSimulator } from '../../src/index.ts';
import { OWNER, refused, upload } from '../helpers/rooms.ts';
import { describeHouse, APPS } from '../helpers/house.ts';
import { api, signUp } from '../helpers/login.ts';
import { callApi } from '../control/api.ts';
import { command } from '../command/in-process.ts';

describeHouse('world · a snapshot', (world) => {
  const rooms = {
    at: assert.fail,
    change: assert.fail,
    get house() {
      return world.house;
    },
    get clock() {
      return world.clock;
    },
  };
  it('brings back rows, files and a clock that stands still', async () => {
    const { house, clock } = rooms;
    const id = await upload(rooms, OWNER);
    const before = (await house.documents.contents()).get(id)!;
    const at = clock.now() + DAY;
    await house.world.setTime({ at, frozen: true });
    const snapshot = await house.world.snapshot();

    await house.documents.discard(id, OWNER);
    await house.world.advance(DAY);
    await house.world.setTime({ frozen: false });
    await house.faults.ask({ on: 'token', with: 'KOE320' });
    const session = await house.accounts.openSession(OWNER);
    const later = await upload(rooms, OWNER);

    await house.world.restore(snapshot);
    assert.deepEqual([clock.now(), clock.standing().frozenAt], [at, at]);
    assert.deepEqual((await house.documents.contents()).get(id), before);
    assert.equal(await house.documents.read(later), undefined, 'the file is gone with its row');
    assert.deepEqual(await house.faults.all(), []);
    assert.equal(await house.accounts.inSession(session), undefined);
    assert.deepEqual((await house.world.snapshot()).rows, snapshot.rows);
  });

  it('is named by what is a name', async () => {
    for (const name of ['', '.', '..', 'a/b', '../a', 'a\\b', '.a', 'a.', 'x'.repeat(65), 'a b']) {
      await refused('snapshot_name_refused', rooms.house.world.save(name));
      await refused('snapshot_name_refused', rooms.house.world.load(name));
    }
    for (const name of ['a', '결제-전', 'v1.2_final']) await rooms.house.world.save(name);
    await refused('snapshot_unknown', rooms.house.world.load('b'), { known: ['a', '결제-전', 'v1.2_final'] });
  });
});

describe('world · named snapshots in the data folder', () => {
  let data: string;
  beforeEach(async () => void (data = await mkdtemp(join(tmpdir(), 'kakao-sync-snapshots-'))));
  afterEach(() => rm(data, { recursive: true }));

  it('outlive a restart, hold no keys, and are refused when they are broken', async () => {
    const secret = async () => {
      const { tables } = JSON.parse(await readFile(join(data, 'state.json'), 'utf8')) as Tables;
      return tables.secrets!.find((row) => (row as { id: string }).id === 'installation');
    };
    {
      await using kakao = await createSimulator({ memory: false, data });
      await kakao.fail({ on: 'token', with: 'KOE320' });
      await kakao.snapshot('one');
      await kakao.reset();
    }
    const file = join(data, 'snapshots', 'one.json');
    assert.deepEqual(await readdir(join(data, 'snapshots')), ['one.json']);
    const text = await readFile(file, 'utf8');
    assert.deepEqual((JSON.parse(text) as Tables).tables.secrets, []);
    const keys = await secret();
    {
      await using kakao = await createSimulator({ memory: false, data });
      await kakao.restore('one');
      assert.equal((await callApi<{ faults: unknown[] }>(kakao, 'GET /faults')).body.faults.length, 1);
      await writeFile(file, text.slice(0, -100));
      await refused('snapshot_refused', kakao.restore('one'));
      await writeFile(file, text.replace('"version":1', '"version":2'));
      await refused('snapshot_refused', kakao.restore('one'));
      assert.equal((await callApi<{ faults: unknown[] }>(kakao, 'GET /faults')).body.faults.length, 1);
    }
    assert.deepEqual(await secret(), keys);
  });
});

interface Tables {
  tables: Record<string, unknown[]>;
}

describeHouse('snapshots and resets · control API and commands', (world) => {
  it('saves, lists, loads and removes; tokens of then are good again, those of later are not', async () => {
    const early = await signUp(world, { app: APPS.demo, as: 'new' });
    const saved = await callApi(world, 'PUT /snapshots/early');
    assert.deepEqual([saved.status, saved.body.name], [200, 'early']);
    const late = await signUp(world, { app: APPS.demo, as: 'han' });
    await callApi(world, 'POST /resets');
    assert.equal((await api(world, '/v2/user/me', early.access_token)).status, 401);
    assert.equal((await callApi(world, 'POST /snapshots/early/restorations')).status, 200);
    assert.equal((await api(world, '/v2/user/me', early.access_token)).status, 200);
    assert.equal((await api(world, '/v2/user/me', late.access_token)).status, 401);
    const gone = await callApi(world, 'POST /snapshots/other/restorations');
    assert.deepEqual(
      [gone.status, gone.body.code, gone.body.detail],
      [404, 'snapshot_unknown', 'there is no snapshot "other"; there are: early'],
    );
    assert.equal((await callApi(world, 'PUT /snapshots/a%2Fb')).body.code, 'snapshot_name_refused');
  });

  it('are commands, too', async () => {
    const say = (...args: string[]) => command(world.url, ...args);
    assert.equal((await say('snapshot', 'list')).stdout, 'no snapshots\n');
    assert.equal((await say('snapshot', 'save', 'one')).stdout, 'one is saved\n');
    const { access_token: access } = await signUp(world, { app: APPS.demo, as: 'new' });
    assert.match((await say('snapshot', 'list')).stdout, /^NAME +TAKEN AT\none +\d{4}-/);
    assert.equal((await say('snapshot', 'load', 'one')).stdout, 'everything is as in one\n');
    assert.equal((await api(world, '/v2/user/me', access)).status, 401);
    assert.match((await say('reset')).stdout, /^everything is as .*world\.json says, since \d{4}-/);
    assert.equal((await say('snapshot', 'remove', 'one')).code, 0);
    assert.match((await say('snapshot', 'load', 'one')).stderr, /there is no snapshot "one"; there are: none/);
    assert.match((await say('snapshot', 'keep')).stderr, /expected save, load, list, remove, got "keep"/);
  });
});
