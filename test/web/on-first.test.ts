/** Doors that are read when somebody knocks. */
import assert from 'node:assert/strict';
import Koa from 'koa';
import request from 'supertest';
import { onFirst } from '../../src/web/on-first.ts';

describe('a door that opens with its first request', () => {
  let opened = 0;
  const server = new Koa()
    .use(
      onFirst(async () => {
        opened += 1;
        return (ctx, next) => (ctx.path === '/a/known' ? void (ctx.body = 'inside') : next());
      }, /^\/a\//),
    )
    .use((ctx) => void (ctx.body = 'beyond'))
    .callback();
  beforeEach(() => (opened = 0));

  it('stays closed for whoever goes elsewhere', async () => {
    await request(server).get('/b').expect(200, 'beyond');
    assert.equal(opened, 0);
  });

  it('opens once, however many knock at a time, and lets on what it does not know', async () => {
    const many = ['/a/known', '/a/known', '/a/other'].map((path) => request(server).get(path).expect(200));
    assert.deepEqual(
      (await Promise.all(many)).map(({ text }) => text),
      ['inside', 'inside', 'beyond'],
    );
    assert.equal(opened, 1);
  });
});
