import assert from 'node:assert/strict';
import { APPS, describeHouse, type World } from '../../helpers/house.ts';
import { api, signUp } from '../../helpers/login.ts';
import { STRANGER } from '../../helpers/rooms.ts';
import { textOf } from '../../oauth/helpers.ts';
import { CHANNEL, reader, RETURNING } from '../center/sending.ts';

const SERVICE = `/talk/services/${APPS.demo}`;

/** What the page says of one item or term, as text. */
const sectionOf = (html: string, testId: string): string =>
  textOf(new RegExp(`<li[^>]*data-testid="${testId}"[\\s\\S]*?</li>`).exec(html)?.[0] ?? '');
const open = async (world: World, accountId: string, path: string): Promise<string> => (await reader(world, accountId)).open(path);

describeHouse('카카오톡 · connected services', (world) => {
  it('are the apps that one is a user of, and no others', async () => {
    assert.match(await open(world, STRANGER, '/talk/services'), /talk-no-services/);
    const html = await open(world, RETURNING.id, '/talk/services');
    assert.match(html, new RegExp(`talk-service-${APPS.demo}"`));
    assert.doesNotMatch(html, new RegExp(`talk-service-${APPS.openidConnect}"`));
    assert.match(await open(world, STRANGER, SERVICE), /data-testid="problem"/);
  });

  it('are shown to a person without KakaoTalk, too: they are the account’s', async () => {
    await signUp(world, { app: APPS.demo, as: 'no-talk' });
    const account = (await world.house.accounts.persona('no-talk'))!;
    assert.match(await open(world, account.id, '/talk/services'), new RegExp(`talk-service-${APPS.demo}"`));
    assert.match(sectionOf(await open(world, account.id, SERVICE), 'talk-item-plusfriends'), /전달되는 값이 없습니다/);
  });

  it('show each value as the app gets it', async () => {
    const { access_token } = await signUp(world, { app: APPS.demo, as: 'han' });
    const { id, kakao_account } = (await api(world, '/v2/user/me', access_token)).body;
    const html = await open(world, STRANGER, SERVICE);
    assert.ok(textOf(html).includes(String(id)));
    const values = { profile_nickname: kakao_account.profile.nickname, profile_image: kakao_account.profile.profile_image_url };
    const named = { account_email: 'email', age_range: 'age_range', birthday: 'birthday', phone_number: 'phone_number' };
    const told = Object.fromEntries(Object.entries(named).map(([item, field]) => [item, kakao_account[field]]));
    for (const [item, value] of Object.entries({ ...values, ...told })) {
      assert.ok(value, item);
      assert.ok(sectionOf(html, `talk-item-${item}`).includes(String(value)), `${item}: ${value}`);
    }
    assert.match(sectionOf(html, 'talk-item-plusfriends'), new RegExp(`@[^ ]+ ADDED`));
    assert.match(sectionOf(html, 'talk-item-shipping_address'), /shipping_addresses \S/);
  });

  it('follow the spelling that the app has chosen', async () => {
    const { switches } = await world.app(APPS.demo);
    await world.change('apps', APPS.demo, { switches: { ...switches, phoneFormat: '+82 010' } });
    assert.match(sectionOf(await open(world, RETURNING.id, SERVICE), 'talk-item-phone_number'), /\+82 010-/);
  });

  it('tell required items from optional ones, and what was not agreed to', async () => {
    const account = (await world.house.accounts.persona('declined-optional'))!;
    const html = await open(world, account.id, SERVICE);
    assert.match(sectionOf(html, 'talk-item-profile_nickname'), /필수/);
    assert.match(sectionOf(html, 'talk-item-phone_number'), /^\S+ 동의하지 않음$/);
  });

  it('list the terms that were agreed to with title, tag and date', async () => {
    const html = await open(world, RETURNING.id, SERVICE);
    assert.match(sectionOf(html, 'talk-term-service_20260105'), /^필수 .+ service_20260105 2026-01-05 11:10:11 동의$/);
    assert.match(sectionOf(html, 'talk-term-marketing_20260105'), /^선택 /);
    assert.match(sectionOf(html, 'talk-term-user_age_check'), /만 14세 이상입니다/);
  });

  it('tell how one stands to the channels of the app by its own consent alone', async () => {
    await world.house.consent.relate(CHANNEL, (await world.house.accounts.byId(RETURNING.id))!, 'BLOCKED');
    assert.match(sectionOf(await open(world, RETURNING.id, SERVICE), 'talk-item-plusfriends'), /BLOCKED/);
  });

  it('tell a preregistered user what waits for the registration', async () => {
    await world.change('apps', APPS.demo, { autoLink: false });
    await signUp(world, { app: APPS.demo, as: 'han' });
    const html = await open(world, STRANGER, SERVICE);
    assert.match(html, /가입 대기/);
    assert.match(sectionOf(html, 'talk-item-account_email'), /han@example.com/);
    assert.match(sectionOf(html, 'talk-item-phone_number'), /전달되는 값이 없습니다/);
  });
});
