import assert from 'node:assert/strict';
import { MINUTE } from '../../../src/clock.ts';
import type { App } from '../../../src/store/index.ts';
import { APPS, describeHouse } from '../../helpers/house.ts';
import { token } from '../../helpers/login.ts';
import { userIds } from '../../apps/looking.ts';
import { openApp } from './reading.ts';
import { COLLEAGUE, PARTNER } from './working.ts';

const HEX = 'f'.repeat(32);

describeHouse('카카오 디벨로퍼스 · the settings of an app', (world) => {
  const read = async (section: string, id: string = APPS.demo, language = 'ko', as: string | null = null) =>
    (await openApp(world, id, language, as)).section(section);
  const asOwner = (section: string, id: string = APPS.demo) => read(section, id, 'ko', PARTNER);
  /** Changes the key of a type. */
  const changeKey = async (type: App['keys'][number]['type'], patch: Partial<App['keys'][number]>) => {
    const { keys } = await world.app(APPS.demo);
    await world.change('apps', APPS.demo, { keys: keys.map((key) => (key.type === type ? { ...key, ...patch } : key)) });
  };

  const switches: { section: string; patch: Partial<App>; before: string; after: string }[] = [
    { section: 'login', patch: { loginOn: false }, before: '카카오 로그인 사용 설정 ON', after: '카카오 로그인 사용 설정 OFF' },
    { section: 'openid-connect', patch: { openidConnectOn: true }, before: 'OpenID Connect OFF', after: 'OpenID Connect ON' },
    { section: 'auto-link', patch: { autoLink: false }, before: '로그인 시 앱 자동 연결 ON', after: '로그인 시 앱 자동 연결 OFF' },
    { section: 'user-properties', patch: { userProperties: ['grade'] }, before: '등록한 이름이 없습니다', after: '등록한 이름 grade' },
    { section: 'allowed-ips', patch: { allowedIps: ['203.0.113.7'] }, before: '어디서나 호출할 수', after: '허용하는 주소 203.0.113.7' },
  ];
  for (const { section, patch, before, after } of switches) {
    it(`${section}: shows the state, and its change`, async () => {
      assert.ok((await read(section)).includes(before), await read(section));
      await world.change('apps', APPS.demo, patch);
      assert.ok((await read(section)).includes(after), await read(section));
    });
  }

  it('keys: every key under its type, to be copied; several of a type are numbered', async () => {
    const { keys, adminKeys } = await world.app(APPS.demo);
    const page = await openApp(world, APPS.demo, 'ko', PARTNER);
    for (const key of [...keys.map((each) => each.key), ...adminKeys]) {
      assert.ok(page.section('keys').includes(key));
      assert.ok(page.html.includes(`data-copy="${key}"`));
    }
    assert.match(
      page.section('keys'),
      new RegExp(`REST API 키 ${keys[0]!.key} .*JavaScript 키 .*네이티브 앱 키 .*어드민 키 ${adminKeys[0]!}`),
    );
    await world.change('apps', APPS.demo, { keys: [...keys, { ...keys[0]!, key: HEX }] });
    assert.match(await read('keys'), new RegExp(`REST API 키 1 ${keys[0]!.key} .*REST API 키 2 ${HEX}`));
  });

  it('client-secret: ON or OFF and the value, for each key', async () => {
    assert.match(await asOwner('client-secret'), /REST API 키 ON cokmfdmz\w+ .*JavaScript 키 OFF ePfy\w+ .*네이티브 앱 키 OFF 8JXm\w+ /);
    await changeKey('rest', { secret: { value: 'another', on: false } });
    assert.match(await asOwner('client-secret'), /REST API 키 OFF another /);
  });

  it('redirect-uris and logout-redirect-uris: those of each key', async () => {
    await changeKey('rest', { redirectUris: ['https://a.example/in'], logoutRedirectUris: ['https://a.example/out'] });
    await changeKey('javascript', { redirectUris: [] });
    assert.match(
      await read('redirect-uris'),
      /REST API 키 https:\/\/a\.example\/in .*JavaScript 키 등록된 URI가 없습니다\. 네이티브 앱 키 kakaoeda\w+:\/\/oauth /,
    );
    assert.match(await read('logout-redirect-uris'), /REST API 키 https:\/\/a\.example\/out .*JavaScript 키 등록된 URI가 없습니다/);
  });

  it('platforms: domains, key hashes and bundle ids of each key', async () => {
    await changeKey('javascript', { domains: ['http://localhost:3000'] });
    await changeKey('native', { androidKeyHashes: ['Xo8WBi6jzSxKDVR4drqm84yr9iU='], iosBundleIds: ['kr.example.shop'] });
    assert.match(
      await read('platforms'),
      /JavaScript 키 · 도메인 http:\/\/localhost:3000 .*네이티브 앱 키 · Android 키 해시 Xo8WBi6jzSxKDVR4drqm84yr9iU= .*네이티브 앱 키 · iOS 번들 ID kr\.example\.shop /,
    );
    await changeKey('javascript', { domains: [] });
    assert.match(await read('platforms'), /JavaScript 키 · 도메인 없음 /);
  });

  it('admin-keys: which is primary, and what each may call', async () => {
    const { adminKeys } = await world.app(APPS.demo);
    await world.change('apps', APPS.demo, { adminKeys: [...adminKeys, HEX], adminKeyApis: { [HEX]: ['/v2/user/me', '/v1/user/unlink'] } });
    assert.match(
      await asOwner('admin-keys'),
      new RegExp(`어드민 키 1 · 대표 ${adminKeys[0]!} .*모두 .*어드민 키 2 ${HEX} .*/v2/user/me /v1/user/unlink `),
    );
  });

  it('quotas: what is limited, and what is left of the minute', async () => {
    assert.match(await read('quotas'), / \/v1\/user\/ids 100회 100회 REST API 키로 보내는 토큰 요청 1000회 1000회 /);
    for (let call = 0; call < 3; call += 1) await userIds(world, APPS.demo);
    await token(world, { client_id: (await world.key(APPS.demo)).key });
    assert.match(
      await read('quotas'),
      / \/v1\/user\/ids 100회 97회 REST API 키로 보내는 토큰 요청 1000회 999회 JavaScript 키로 .* 1000회 1000회 /,
    );
    assert.match(await read('quotas', APPS.current), / 100회 100회 /);
    world.clock.advance(MINUTE);
    assert.match(await read('quotas', APPS.demo, 'en'), / 100 calls 100 calls Token requests: REST API key 1000 calls 1000 calls /);
  });

  it('quotas: none of APIs where the era of the app had none', async () => {
    assert.doesNotMatch(await read('quotas', APPS.ellaBongBong), /user\/ids/);
  });

  it('switches: every one with its value and meaning', async () => {
    const { switches: values } = await world.app(APPS.demo);
    const shown = await read('switches');
    for (const name of Object.keys(values)) assert.ok(shown.includes(` ${name} `), name);
    assert.match(shown, / legacyProperties ON .*사본을 함께 줍니다\. .*youngestAgeRange 1~9 열 살이/);
    await world.change('apps', APPS.demo, { switches: { ...values, legacyProperties: false, quotaStatus: 400 } });
    assert.match(await read('switches'), / legacyProperties OFF .* quotaStatus 400 /);
  });

  it('members: who, with which login, in which role', async () => {
    assert.match(await read('members', APPS.current, 'ko', COLLEAGUE), /파트너 개발자 partner@example\.com 오너 .* 에디터 /);
    await world.change('apps', APPS.demo, { members: [{ accountId: 'gone', role: 'member' }] });
    assert.match(await read('members'), / gone 역할이 있는 사람만 볼 수 있습니다\. 멤버 /);
    await world.change('apps', APPS.demo, { members: [] });
    assert.match(await read('members'), /멤버가 없습니다/);
  });

  it('kind: of which app it is a test app, and which are its own', async () => {
    await world.change('apps', APPS.secretOff, { testOf: APPS.demo, suspended: true });
    assert.match(await read('kind', APPS.secretOff), /상태 차단 앱 .*테스트 대상 앱 데모상점 \(1000001\) .*차단 차단됨 /);
    assert.match(
      await read('kind'),
      /상태 비즈 앱 .*사업자등록번호 999-87-03033 테스트 대상 앱 테스트 앱이 아님 이 앱의 테스트 앱 시크릿 OFF 테스트앱 \(1000003\) /,
    );
    const { html } = await openApp(world, APPS.secretOff);
    assert.ok(html.includes(`<a href="/developers/apps/${APPS.demo}">`));
  });
});
