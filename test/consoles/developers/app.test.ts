import assert from 'node:assert/strict';
import { tables } from '../../../src/store/schema.ts';
import { seedFile } from '../../../src/store/seed/shape.ts';
import { rules } from '../../../src/why/index.ts';
import { APPS, describeHouse } from '../../helpers/house.ts';
import { begin } from '../../oauth/helpers.ts';
import { whyOf } from '../../why/asking.ts';
import { openApp, sectionIds } from './reading.ts';

/** Other pages lead to these. */
const SECTIONS =
  'login keys client-secret redirect-uris logout-redirect-uris openid-connect auto-link items simple-signup channel callbacks ' +
  'user-properties members platforms allowed-ips admin-keys quotas switches kind';

describeHouse('카카오 디벨로퍼스 · the page of an app', (world) => {
  it('has each section once, under the id that other pages know', async () => {
    assert.deepEqual(sectionIds(await openApp(world, APPS.demo)).sort(), SECTIONS.split(' ').sort());
  });

  it('has every section that an explanation may lead to', async () => {
    const ids = sectionIds(await openApp(world, APPS.demo));
    for (const { setting } of Object.values(rules)) if (setting) assert.ok(ids.includes(setting), setting);
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

  it('says that it is read-only, and where the values are kept', async () => {
    const ko = (await openApp(world, APPS.demo)).html;
    assert.match(
      ko,
      /읽기 전용<\/strong> 이 화면에서는 아직 값을 바꿀 수 없습니다.*시드 파일\(--seed\).*데이터 폴더\(--data\)의 state\.json.*멈추고/,
    );
    const en = (await openApp(world, APPS.demo, 'en')).html;
    assert.match(
      en,
      /Read-only<\/strong> Nothing can be changed.*seed file \(--seed\).*state\.json in the data folder.*stop the simulator/,
    );
  });

  it('names fields that a seed file has, and tables that state.json has', async () => {
    const { html } = await openApp(world, APPS.demo, 'en');
    const named = (what: string) =>
      [...html.matchAll(new RegExp(`<span>${what}((?: <code class="mono">[^<]+</code>)+)</span>`, 'g'))].flatMap(([, codes]) =>
        [...codes!.matchAll(/>([^< ]+)</g)].map(([, name]) => name!),
      );
    const app = seedFile.shape.apps.unwrap().element.shape;
    const key = app.keys.element.shape;
    const fields = named('Seed file');
    assert.ok(fields.length > 20, fields.join());
    for (const field of fields) {
      const [first = '', second = ''] = field.split(/\[\]\.|\./);
      assert.ok(first in app, field);
      if (first === 'keys') assert.ok(second in key, field);
    }
    for (const table of named('state\\.json')) assert.ok(table in tables, table);
  });

  it('is the usual problem page for an app that is not there', async () => {
    for (const id of ['999', '%00', '..%2F..%2Fetc', 'constructor']) {
      const { status, html } = await openApp(world, id);
      assert.equal(status, 404, id);
      assert.match(html, /주소에 해당하는 화면이 없습니다/);
    }
  });
});
