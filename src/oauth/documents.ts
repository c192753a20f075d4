/** Discovery and keys: the same for everybody, and answered without the provider. Of faults only those of the wire befall them. */
import Router from '@koa/router';
import type { Context } from 'koa';
import type { House } from '../house.ts';
import { strike } from '../mishaps/index.ts';
import { discovery, jwks, securityEvents } from './discovery.ts';

export const documentsServed = [
  { path: '/.well-known/openid-configuration', methods: ['GET'] },
  { path: '/.well-known/jwks.json', methods: ['GET'] },
  { path: '/.well-known/sse-configuration', methods: ['GET'] },
] as const;

/** The door of these. What else comes to their paths is the login's to refuse. */
export function documents(house: House): Router {
  const bodies: Readonly<Record<(typeof documentsServed)[number]['path'], () => object | Promise<object>>> = {
    '/.well-known/openid-configuration': () => discovery(house),
    '/.well-known/jwks.json': () => jwks(house),
    '/.well-known/sse-configuration': () => securityEvents(house),
  };
  const router = new Router();
  for (const { path, methods } of documentsServed) router.register(path, [...methods], document(house, bodies[path]));
  return router;
}

function document({ faults }: House, body: () => object | Promise<object>) {
  return async (ctx: Context): Promise<void> => {
    await strike(faults, ctx, ctx.path, {});
    ctx.body = await body();
    ctx.set({ 'Content-Type': 'application/json;charset=UTF-8', 'Cache-Control': 'public, max-age=0, must-revalidate' });
  };
}
