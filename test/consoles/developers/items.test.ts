/** 4단계 · 동의항목: every item with its switch, 수집조건, 수집목적 and 관련 API, within what its review approved. */
import assert from 'node:assert/strict';
import { apisOf, itemIds, itemOf } from '../../../src/apps/index.ts';
import { APPS, describeHouse } from '../../helpers/house.ts';
import { textOf } from '../../oauth/helpers.ts';
import { type Answer, OWNER, PARTNER, workingAs } from './working.ts';

describeHouse('4단계 · 동의항목', (world) => {
  const page = async (app: string, as = OWNER, language = 'ko'): Promise<Answer> => (await workingAs(world, as)).page(app, language);
  /** An item of the page, as markup. */
  const item = ({ text }: Answer, id: string) =>
    new RegExp(`<fieldset class="item" data-testid="item-${id}">([\\s\\S]*?)<p class="item-apis">([\\s\\S]*?)</p>`).exec(text)?.[0] ?? '';
  const save = async (app: string, changes: Record<string, string | null>, as = OWNER) =>
    (await workingAs(world, as)).change(app, 'items', changes);
  const on = (id: string, state: string | null, purpose: string) => ({
    [`items.${id}.on`]: 'on',
    [`items.${id}.state`]: state,
    [`items.${id}.purpose`]: purpose,
  });
  const states = async (app: string) => (await world.app(app)).items.map(({ id, state }) => `${id} ${state}`);

  it('has every item of the era, each with its switch and the APIs that carry it', async () => {
    for (const [id, as] of [
      [APPS.ellaBongBong, OWNER],
      [APPS.demo, PARTNER],
    ] as const) {
      const app = await world.app(id);
      const shown = await page(id, as);
      for (const each of itemIds) {
        const html = item(shown, each);
        assert.equal(html !== '', itemOf(app, each) !== undefined, each);
        if (!html) continue;
        assert.ok(textOf(html).includes(itemOf(app, each)!.label.ko), each);
        for (const api of apisOf(each)) assert.ok(html.includes(`>${api}<`), `${each} ${api}`);
        if (apisOf(each).length === 0) assert.match(html, /시뮬레이터가 제공하는 API에는 없습니다/);
      }
    }
  });

  it('speaks of 수집조건 in the words of the app’s era', async () => {
    assert.match(textOf(item(await page(APPS.ellaBongBong), 'profile')), /수집조건 .*연결 시 필수 .*연결 시 선택 .*이용 중 사용 수집목적/);
    assert.match(textOf(item(await page(APPS.demo, PARTNER), 'account_email')), /수집조건 .*필수 동의 .*선택 동의 .*이용 중 동의 수집목적/);
    assert.match(textOf(item(await page(APPS.demo, PARTNER, 'en'), 'account_email')), /Required consent .*Optional consent/);
  });

  it('switches items on and off together, and keeps all when one is refused', async () => {
    assert.equal(
      (await save(APPS.biz, { ...on('profile', 'required', '표시 이름'), ...on('account_email', 'in-use', '안내') })).status,
      303,
    );
    assert.deepEqual(await states(APPS.biz), ['profile required', 'account_email in-use']);
    const refused = await save(APPS.biz, { 'items.profile.on': null, ...on('account_email', 'required', ' ') });
    assert.equal(refused.status, 422);
    assert.deepEqual(await states(APPS.biz), ['profile required', 'account_email in-use']);
    await save(APPS.biz, { 'items.profile.on': null });
    assert.deepEqual(await states(APPS.biz), ['account_email in-use']);
  });

  it('needs a state and a purpose, and says so of every item at once', async () => {
    const { status, text } = await save(APPS.biz, { ...on('profile', null, '표시'), ...on('account_email', 'required', '') });
    assert.equal(status, 422);
    assert.match(text, /data-testid="error-items\.profile\.state">하나를 선택해 주세요/);
    assert.match(text, /data-testid="error-items\.account_email\.purpose">입력해 주세요/);
    assert.match(text, /name="items\.profile\.purpose" type="text" value="표시"/);
    assert.match(text, /name="items\.account_email\.on" value="on" checked/);
  });

  it('shows 권한 없음 before the approval, and has no switch; a forged one is refused', async () => {
    const html = item(await page(APPS.biz), 'phone_number');
    assert.match(html, /권한 없음/);
    assert.match(html, /검수를 신청하고 승인을 받아야/);
    assert.doesNotMatch(html, /<input/);
    const { status, text } = await save(APPS.biz, on('phone_number', 'required', '배송'));
    assert.equal(status, 422);
    assert.match(text, /개인정보제공 항목 검수를 신청하고/);
    assert.deepEqual(await states(APPS.biz), []);
  });

  it('is not on by the approval alone, and takes what was approved', async () => {
    const { items } = await world.app(APPS.ellaBongBong);
    await world.change('apps', APPS.ellaBongBong, { items: items.filter(({ id }) => id !== 'phone_number') });
    const html = item(await page(APPS.ellaBongBong), 'phone_number');
    assert.doesNotMatch(html, /권한 없음|checked/);
    assert.match(textOf(html), /연결 시 선택 검수에서 필수 수집 항목으로 승인되었습니다/);
    const other = await save(APPS.ellaBongBong, on('phone_number', 'optional', '배송'));
    assert.equal(other.status, 422);
    assert.match(other.text, /data-testid="error-items\.phone_number\.state">검수에서 필수 수집 항목으로/);
    await save(APPS.ellaBongBong, on('phone_number', 'required', '배송'));
    assert.ok((await states(APPS.ellaBongBong)).includes('phone_number required'));
  });

  it('needs a connected profile to tell of friends of the profile', async () => {
    assert.match(item(await page(APPS.biz), 'plusfriends'), /연결된 프로필이 있어야/);
    const { status, text } = await save(APPS.biz, on('plusfriends', 'optional', '혜택'));
    assert.equal(status, 422);
    assert.match(text, /연결된 프로필이 있어야/);
    assert.equal((await save(APPS.linked, on('plusfriends', 'optional', '혜택'))).status, 303);
  });

  it('has 취소, which saves nothing', async () => {
    assert.match((await page(APPS.biz)).text, new RegExp(`href="/developers/apps/${APPS.biz}#items">취소`));
  });
});
