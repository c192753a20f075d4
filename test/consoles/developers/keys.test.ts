/** 카카오 디벨로퍼스 · keys, platforms, user properties and switches by hand, and what is refused beside its field. */
import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../../helpers/house.ts';
import { pageOf } from './reading.ts';
import { OWNER, type Worker, workingAs } from './working.ts';

const APP = APPS.biz;

describeHouse('카카오 디벨로퍼스 · keys', (world) => {
  let owner: Worker;
  beforeEach(async () => void (owner = await workingAs(world, OWNER)));

  it('are added, up to five of a type', async () => {
    for (let i = 0; i < 4; i += 1) assert.equal((await owner.change(APP, 'keys', { keyType: 'native' })).status, 303);
    const { status, text } = await owner.change(APP, 'keys', { keyType: 'native' });
    assert.equal(status, 422);
    assert.match(text, /data-testid="error-keyType">같은 종류의 키는 5개까지/);
  });

  it('are removed after a question; one stays', async () => {
    for (const { key } of (await world.app(APP)).keys.slice(1)) await owner.confirm(APP, `keys/${key}/removal`);
    const { key } = (await world.app(APP)).keys[0]!;
    const last = await owner.confirm(APP, `keys/${key}/removal`);
    assert.equal(last.status, 422);
    assert.match(last.text, /키가 하나는 남아 있어야 합니다/);
  });

  it('of the admin are added, reissued and removed, and never stand in an address', async () => {
    assert.equal((await owner.change(APP, 'admin-keys')).status, 303);
    const [first = '', second = ''] = (await world.app(APP)).adminKeys;
    const { text } = await owner.page(APP);
    const [one, two] = [...text.matchAll(/href="\/developers\/apps\/\d+\/(admin-keys\/[0-9a-f]{12}\/replacement)"/g)].map(
      ([, path]) => path!,
    );
    assert.ok(![one, two].some((path) => path?.includes(first) || path?.includes(second)));
    await owner.confirm(APP, one!);
    assert.notEqual((await world.app(APP)).adminKeys[0], first);
    await owner.confirm(APP, two!.replace('replacement', 'removal'));
    assert.equal((await world.app(APP)).adminKeys.length, 1);
  });

  for (const [list, type, good, bad] of [
    ['domains', 'javascript', 'https://shop.example', 'shop.example'],
    ['androidKeyHashes', 'native', 'Xo8WBi6jzSxKDVR4drqm84yr9iU=', 'abc'],
    ['iosBundleIds', 'native', 'kr.example.shop', '한국'],
    ['logoutRedirectUris', 'rest', 'https://shop.example/out', '/out'],
  ] as const) {
    it(`${list}: are added and removed, and what they are not is said beside the field`, async () => {
      const keyOf = async () => (await world.app(APP)).keys.find((key) => key.type === type)!;
      const { key } = await keyOf();
      const field = `${list}-${key.slice(0, 12)}`;
      const wrong = await owner.change(APP, `key-lists/${list}/${key}`, { [field]: bad });
      assert.equal(wrong.status, 422);
      assert.ok(wrong.text.includes(`data-testid="error-${field}"`));
      assert.ok(wrong.text.includes(`value="${bad}"`));
      await owner.change(APP, `key-lists/${list}/${key}`, { [field]: good });
      assert.ok((await keyOf())[list].includes(good));
      await owner.change(APP, `key-lists/${list}/${key}/removal`, { value: good });
      assert.ok(!(await keyOf())[list].includes(good));
    });
  }

  it('user properties are added and removed', async () => {
    await owner.change(APP, 'lists/userProperties', { userProperties: 'grade' });
    assert.match(pageOf(await owner.page(APP)).section('user-properties'), /등록한 이름 grade/);
    assert.match((await owner.change(APP, 'lists/userProperties', { userProperties: 'a b' })).text, /빈칸과 쉼표 없이/);
    await owner.change(APP, 'lists/userProperties/removal', { value: 'grade' });
    assert.deepEqual((await world.app(APP)).userProperties, []);
  });

  it('simulator switches that are none are refused beside the field', async () => {
    const { status, text } = await owner.change(APP, 'switches', { 'switches.tokenRequestsPerMinute': '0' });
    assert.equal(status, 422);
    assert.match(text, /data-testid="error-switches\.tokenRequestsPerMinute">이 스위치에 쓸 수 없는 값/);
    assert.equal((await owner.change(APP, 'switches', { 'switches.constructor': 'x' })).status, 422);
  });
});
