import assert from 'node:assert/strict';
import supertest from 'supertest';
import { describeHouse } from '../helpers/house.ts';

const SHEET = '/assets/css/main.css';

describeHouse('/assets', (world) => {
  it('sends a file with its type, and asks to be asked again', async () => {
    const answer = await supertest(world.url).get(SHEET).expect(200);
    assert.match(String(answer.headers['content-type']), /^text\/css/);
    assert.equal(answer.headers['cache-control'], 'no-cache');
    assert.match(answer.text, /@layer/);
  });

  it('answers 304 to a browser that has the file as it is', async () => {
    const { headers } = await supertest(world.url).get(SHEET);
    const answer = await supertest(world.url).get(SHEET).set('If-Modified-Since', String(headers['last-modified'])).expect(304);
    assert.equal(answer.text, '');
    await supertest(world.url).get(SHEET).set('If-Modified-Since', new Date(0).toUTCString()).expect(200);
  });

  it('lets a browser keep what a page names, and asks to be asked again under the stamp of another day', async () => {
    const { text } = await supertest(world.url).get('/');
    const [, sheet] = /<link rel="stylesheet" href="([^"]+)"/.exec(text) ?? [];
    assert.match(String(sheet), /^\/assets\/~[\w-]{12}\/css\/main\.css$/);
    const kept = await supertest(world.url).get(String(sheet)).expect(200);
    assert.equal(kept.headers['cache-control'], 'public, max-age=31536000, immutable');
    assert.equal(kept.text, (await supertest(world.url).get(SHEET)).text);
    const other = await supertest(world.url)
      .get(String(sheet).replace(/~[\w-]+/, '~another'))
      .expect(200);
    assert.equal(other.headers['cache-control'], 'no-cache');
    await supertest(world.url).get(String(sheet).replace('main', 'none')).expect(404).expect('Cache-Control', 'no-store');
  });

  it('has a page for what is not there, and nothing outside of its folder', async () => {
    for (const path of ['/assets/css/none.css', '/assets/', '/assets/css', '/assets/..%2fshell%2fhome.ejs', '/assets/.hidden']) {
      const { status, text } = await supertest(world.url).get(path);
      assert.ok([403, 404].includes(status), `${path}: ${status}`);
      assert.match(text, /data-testid="problem"/);
    }
  });
});
