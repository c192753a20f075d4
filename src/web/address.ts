/** From where a request comes, to count failures by. */
import type { Context } from 'koa';

/**
 * The address of whoever asks. Behind a proxy it is the last one that X-Forwarded-For names, which the proxy itself has written; those
 * before it anybody can make up.
 * @param byProxy whether all requests come through one; on this machine it is taken to be one anyway
 */
export function addressOf(ctx: Context, { byProxy }: { byProxy: boolean }): string {
  const near = (ctx.req.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const told = ctx.get('x-forwarded-for').split(',').at(-1)?.trim();
  return told && (byProxy || near === '::1' || near.startsWith('127.')) ? told : near;
}
