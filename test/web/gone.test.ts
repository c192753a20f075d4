import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import Koa, { type Context } from 'koa';
import { unlessGone } from '../../src/web/gone.ts';

/** What is reported when a reader goes away as soon as `answering` has begun. */
async function reportedBy(handler: (ctx: Context, gone: Promise<unknown>) => Promise<void>): Promise<unknown[]> {
  const reported: unknown[] = [];
  const begun = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const app = new Koa();
  app.on(
    'error',
    unlessGone((error) => reported.push(error)),
  );
  app.use(async (ctx) => {
    const gone = once(ctx.res, 'close');
    begun.resolve();
    await handler(ctx, gone);
  });
  const handle = app.callback();
  const server = createServer((request, response) => void handle(request, response).then(ended.resolve, ended.reject)).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  const reader = get({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' }).on('error', () => undefined);
  await begun.promise;
  reader.destroy();
  await ended.promise;
  server.close();
  return reported;
}

describe('readers who go away', () => {
  it('are nothing to report when they go before the first byte of a stream', async () => {
    const reported = await reportedBy(async (ctx, gone) => {
      await gone;
      ctx.body = new PassThrough();
    });
    assert.deepEqual(reported, []);
  });

  it('do not hide what else goes wrong', async () => {
    const reported = await reportedBy(async () => {
      throw new Error('a mistake of ours');
    });
    assert.deepEqual(reported.map(String), ['Error: a mistake of ours']);
  });
});
