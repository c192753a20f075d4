/** What a person sees when a request cannot be read. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { describeHouse } from '../helpers/house.ts';

describeHouse('pages · a request that cannot be read', (world) => {
  it('is a page that says so with a 4xx, however large the form was', async () => {
    const form = `persona=${'x'.repeat(70_000)}`;
    const { status, text } = await supertest(world.url).post('/talk/session').set('Origin', world.url).type('form').send(form);
    assert.equal(status, 413);
    assert.match(text, /보낸 내용을 읽을 수 없습니다/);
  });

  it('is a page for an unknown address', async () => {
    const { status, text } = await supertest(world.url).get('/nowhere?lang=en');
    assert.equal(status, 404);
    assert.match(text, /There is no page at this address/);
  });
});
