/** Whether a request is an operator's: by the session of a browser, or by the key of a program. */
import type { Context } from 'koa';
import type { House } from '../house.ts';
import { SecretWrong } from '../operators/index.ts';
import { addressOf } from '../web/address.ts';
import { asOperator } from '../web/as-reached.ts';
import { operatorSession } from '../web/session.ts';

export const CHALLENGE = 'Bearer realm="kakao-sync-simulator"';

/** Whether the request is an operator's, or nobody is asked. Throws TooManyTries. */
export async function isOperator(house: House, ctx: Context): Promise<boolean> {
  if (!house.operators.isShared || (await hasKey(house, ctx))) return true;
  if (!(await house.operators.holds(operatorSession.id(ctx)))) return false;
  asOperator(ctx);
  return true;
}

/** Whether the request has the operator secret in its `Authorization` header; no browser sends it by itself. Throws TooManyTries. */
export function hasKey(house: House, ctx: Context): Promise<boolean> {
  const [, key] = /^Bearer +(\S+) *$/i.exec(ctx.get('authorization')) ?? [];
  return key === undefined ? Promise.resolve(false) : knows(house, ctx, key);
}

/** Whether this is the operator secret; what is not counts as a failed try of this address. Throws TooManyTries. */
export async function knows({ operators, tries, reached }: House, ctx: Context, secret: string): Promise<boolean> {
  const isWrong = (error: unknown): boolean => error instanceof SecretWrong;
  try {
    await tries.of([['operator', addressOf(ctx, reached)]], async () => operators.prove(secret), isWrong);
    return true;
  } catch (error) {
    if (isWrong(error)) return false;
    throw error;
  }
}
