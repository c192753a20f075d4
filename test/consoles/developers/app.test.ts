import assert from 'node:assert/strict';
import { seedFile } from '../../../src/store/seed/shape.ts';
import { placeOf, rules } from '../../../src/why/rules.ts';
import { APPS, describeHouse } from '../../helpers/house.ts';
import { begin } from '../../oauth/helpers.ts';
import { whyOf } from '../../why/asking.ts';
import { openApp, sectionIds } from './reading.ts';
import { COLLEAGUE, formsOn, OWNER, STRANGER } from './working.ts';

/** Other pages lead to these. */
const SECTIONS =
  'login keys client-secret redirect-uris logout-redirect-uris openid-connect auto-link items simple-signup channel callbacks ' +
  'user-properties members platforms allowed-ips admin-keys quotas switches kind basic';

describeHouse('카카오 디벨로퍼스 · the page of an app', (world) => {
  it('has each section once, under the id that other pages know', async () => {
    assert.deepEqual(sectionIds(await openApp(world, APPS.demo)).sort(), SECTIONS.split(' ').sort());
  });

  it('has every section that an explanation may lead to', async () => {
    const ids = sectionIds(await openApp(world, APPS.demo));
    const places = Object.values(rules).flatMap(({ setting }) => (setting ? placeOf(setting, APPS.demo).href : []));
    const here = places.filter((place) => place.startsWith(`/developers/apps/${APPS.demo}#`));
    assert.ok(here.length > 20);
    assert.deepEqual(
      here.filter((place) => !ids.includes(place.split('#')[1]!)),
      [],
    );
  });

  it('is where the explanation of an error leads to, under the same words', async () => {
    const { mend = '', about } = await whyOf(world, await begin(world, APPS.demo, { redirect_uri: 'https://x.example' }));
    const [path, id = ''] = mend.split('#');
    assert.equal(path, `/developers/apps/${APPS.demo}`);
    const page = await openApp(world, APPS.demo);
    assert.match(page.section(id), /^리다이렉트 URI /);
    assert.match(about ?? '', /리다이렉트 URI/);
  });

  it('lists its sections in a navigation, in their order', async () => {
    const page = await openApp(world, APPS.demo);
    const nav = /<nav [^>]*data-testid="developers-nav">([\s\S]*?)<\/nav>/.exec(page.html)?.[1] ?? '';
    assert.deepEqual(
      [...nav.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id),
      sectionIds(page),
    );
  });

  it('is read by everybody, without its secrets and without a form, and says why', async () => {
    for (const [as, why] of [
      [null, /로그인하지 않아 읽기만 할 수 있고/],
      [STRANGER, /이 앱에 역할이 없어 읽기만 할 수 있고/],
    ] as const) {
      const { html, section } = await openApp(world, APPS.demo, 'ko', as);
      const { keys, adminKeys } = await world.app(APPS.demo);
      const endpoint = await world.house.webhooks.endpoint(APPS.demo, 'sync');
      for (const secret of [...keys.map((key) => key.secret.value), ...adminKeys, endpoint!.secret!, 'partner@example.com'])
        assert.ok(!html.includes(secret), secret);
      assert.ok(html.includes(keys[0]!.key));
      assert.match(section('client-secret'), /역할이 있는 사람만 볼 수 있습니다/);
      assert.match(html, why);
      assert.deepEqual(
        formsOn(html).filter(({ action }) => action.startsWith('/developers')),
        [],
      );
    }
  });

  it('is read whole by a member, and has its forms for editors and the owner', async () => {
    const actions = async (as: string, app: string) =>
      formsOn((await openApp(world, app, 'ko', as)).html).flatMap(({ action }) => /\/apps\/\d+\/([^#?]+)/.exec(action)?.[1] ?? []);
    const member = await openApp(world, APPS.linked, 'ko', COLLEAGUE);
    assert.match(member.html, /멤버는 읽기만 할 수 있습니다/);
    assert.ok(member.html.includes((await world.key(APPS.linked)).secret.value));
    assert.deepEqual(await actions(COLLEAGUE, APPS.linked), []);
    const editor = await actions(COLLEAGUE, APPS.biz);
    const owner = await actions(OWNER, APPS.biz);
    for (const form of ['basic', 'keys', 'login', 'items', 'simple-signup', 'callbacks/channel', 'switches']) {
      assert.ok(editor.includes(form), form);
      assert.ok(owner.includes(form), form);
    }
    assert.deepEqual(
      owner.filter((form) => !editor.includes(form)).map((form) => form.replace(/[0-9a-f]{12}/, ':key')),
      ['members/91-owner', 'members/92-member', 'members', 'admin-keys/:key/apis', 'admin-keys'],
    );
  });

  it('names fields that a seed file has', async () => {
    const { html } = await openApp(world, APPS.demo, 'en');
    const fields = [...html.matchAll(/<span>Seed file((?: <code class="mono">[^<]+<\/code>)+)<\/span>/g)].flatMap(([, codes]) =>
      [...codes!.matchAll(/>([^< ]+)</g)].map(([, name]) => name!),
    );
    const app = seedFile.shape.apps.unwrap().element.shape;
    const key = app.keys.element.shape;
    assert.ok(fields.length > 20, fields.join());
    for (const field of fields) {
      const [first = '', second = ''] = field.split(/\[\]\.|\./);
      assert.ok(first in app, field);
      if (first === 'keys') assert.ok(second in key, field);
    }
  });

  it('is the usual problem page for an app that is not there', async () => {
    for (const id of ['999', '%00', '..%2F..%2Fetc', 'constructor']) {
      const { status, html } = await openApp(world, id);
      assert.equal(status, 404, id);
      assert.match(html, /주소에 해당하는 화면이 없습니다/);
    }
  });
});
