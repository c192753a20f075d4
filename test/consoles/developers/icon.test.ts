/** 준비 2 · the icon of an app: uploaded once, it is wherever the app is shown, and nothing else is public. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { EVIDENCE } from '../../../src/documents/index.ts';
import { chunks, jpeg, pdf, png } from '../../documents/files.ts';
import { APPS, describeHouse } from '../../helpers/house.ts';
import { begin, loggedIn } from '../../oauth/helpers.ts';
import { openApp, openApps } from './reading.ts';

const OWNER = '93-partner';

describeHouse('카카오 디벨로퍼스 · the icon of an app', (world) => {
  const upload = async (bytes: Buffer, name = 'icon.png') =>
    (await world.house.documents.keep({ by: OWNER, name, allowed: EVIDENCE }, chunks(bytes))).id;
  const uploaded = async (bytes = png) => {
    const id = await upload(bytes);
    await world.house.apps.setIcon(OWNER, APPS.demo, id);
    return `/developers/icons/${id}`;
  };
  const get = (path: string) => supertest(world.url).get(path);

  it('is served to everybody as the picture it is, and as nothing else', async () => {
    for (const [bytes, type] of [
      [png, 'image/png'],
      [jpeg, 'image/jpeg'],
    ] as const) {
      const { status, headers, body } = await get(await uploaded(bytes));
      assert.equal(status, 200);
      assert.equal(headers['content-type'], type);
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.match(headers['content-security-policy'] ?? '', /sandbox/);
      assert.match(headers['cache-control'] ?? '', /immutable/);
      assert.ok(bytes.equals(body));
    }
  });

  it('is on the list, on the page of the app, on the login page and on both consent screens', async () => {
    const image = `<img src="${await uploaded()}"`;
    assert.ok((await openApps(world)).html.includes(image));
    assert.ok((await openApp(world, APPS.demo)).html.includes(image));
    assert.ok((await begin(world, APPS.demo)).html.includes(image));
    assert.ok((await loggedIn(world, APPS.demo, 'new')).html.includes(image));
    const { switches } = await world.app(APPS.demo);
    await world.change('apps', APPS.demo, { switches: { ...switches, consentLayout: 'newer' } });
    assert.ok((await loggedIn(world, APPS.demo, 'new')).html.includes(image));
  });

  it('is gone where a new one has come', async () => {
    const before = await uploaded();
    assert.notEqual(await uploaded(jpeg), before);
    assert.equal((await get(before)).status, 404);
  });

  it('is no way to other evidence, nor to an upload that nobody has claimed', async () => {
    const paper = await upload(pdf, 'licence.pdf');
    await world.change('documents', paper, { owner: `app:${APPS.demo}` });
    for (const id of [await upload(png), paper, 'nobody', '..%2F..%2Fetc']) {
      assert.equal((await get(`/developers/icons/${id}`)).status, 404, id);
    }
    const evidence = await upload(png);
    await world.change('documents', evidence, { owner: 'certification:_xqDemo' });
    await world.change('apps', APPS.demo, { iconDocument: evidence });
    assert.equal((await get(`/developers/icons/${evidence}`)).status, 404);
  });
});
