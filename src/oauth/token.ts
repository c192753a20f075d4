/** `/oauth/token`: Kakao's checks, then the provider, then Kakao's words for what it said. */
import type { Context, Middleware } from 'koa';
import type { House } from '../house.ts';
import { TooManyTries } from '../tries/index.ts';
import { addressOf } from '../web/address.ts';
import { meetFault } from './asked-for.ts';
import { replay } from './dialect/replay.ts';
import { koeOf, tokenBody } from './dialect/token-answer.ts';
import { checkTokenRequest, codeOf, readFields, type TokenFields, type TokenRequest } from './dialect/token-request.ts';
import { Koe, type KoeCode } from './koe.ts';
import { keepKoe } from './refused.ts';

/** The handler. `engine` is the provider's middleware, `report` gets what nobody expected. */
export function tokenEndpoint(house: House, engine: Middleware, report: (error: unknown) => void) {
  return jsonEndpoint(house, report, (ctx) => issue(house, ctx, engine));
}

/** The handler that answers in JSON: with what `bodyOf` resolves with, or with the three fields of what went wrong. */
export function jsonEndpoint(house: House, report: (error: unknown) => void, bodyOf: (ctx: Context) => Promise<object>) {
  return async (ctx: Context): Promise<void> => {
    try {
      answer(ctx, 200, await bodyOf(ctx));
    } catch (error) {
      const { code, details, status, body } = koeFor(ctx, error);
      if (error instanceof Koe || error instanceof TooManyTries) await keepKoe(house, ctx, { code, details, status }).catch(report);
      else report(error);
      answer(ctx, status, body);
    }
  };
}

/** The failure as it is said. Kakao's own word for too many requests has another status. */
function koeFor(ctx: Context, error: unknown): Pick<Koe, 'code' | 'details' | 'status' | 'body'> {
  if (error instanceof Koe) return error;
  if (!(error instanceof TooManyTries)) return new Koe('KOE003');
  ctx.set('Retry-After', String(error.after));
  const { code, details, body } = new Koe('KOE237', { after: error.after });
  return { code, details, body, status: 429 };
}

/** What somebody gets who guesses keys, secrets, codes and tokens. */
const GUESSES: readonly KoeCode[] = ['KOE010', 'KOE101', 'KOE320', 'KOE322'];
const isGuess = (error: unknown): boolean => error instanceof Koe && GUESSES.includes(error.code) && !error.details.fault;

async function issue(house: House, ctx: Context, engine: Middleware): Promise<object> {
  const fields = await readFields<'/oauth/token'>(ctx);
  const key = ['token', `${addressOf(ctx, house.reached)} ${fields.client_id ?? ''}`] as const;
  return house.tries.of([key], () => issueFor(house, ctx, engine, fields), isGuess);
}

async function issueFor(house: House, ctx: Context, engine: Middleware, fields: TokenFields): Promise<object> {
  const request = await checkTokenRequest(house, fields);
  await faultOf(house, ctx, request);
  ctx.state.keyType = request.client.key.type;
  replay(ctx, request.forProvider);
  await engine(ctx, async () => {});
  if (ctx.state.grantError) {
    throw koeOf(ctx.state.grantError, request, await codeOf(house, request.fields)) ?? ctx.state.grantError;
  }
  return tokenBody(house, ctx, request);
}

/** Codes of a refresh, and of a code that is redeemed. Others come with either. */
const OF_GRANT: Readonly<Record<string, string>> = {
  KOE114: 'authorization_code',
  KOE303: 'authorization_code',
  KOE320: 'authorization_code',
  KOE319: 'refresh_token',
  KOE322: 'refresh_token',
};

/** The fault that is due, if this is a request it can befall. Throws Koe. */
async function faultOf(house: House, ctx: Context, { client, fields }: TokenRequest): Promise<void> {
  const { code, refresh_token: refreshToken, grant_type: grantType } = fields;
  const row = await house.store.get('artifacts', refreshToken ? `RefreshToken:${refreshToken}` : `AuthorizationCode:${code}`);
  if (ctx.state.faultFlow && row?.grantId) await house.faults.tag(row.grantId, String(ctx.state.faultFlow));
  await meetFault(house, ctx, '/oauth/token', fields, {
    appId: client.app.id,
    accountId: row?.accountId,
    grantId: row?.grantId,
    isPossible: (asked) => (OF_GRANT[asked] ?? grantType) === grantType,
  });
}

/** The provider lets any origin read the answer, as the replayed request has none; pages of other origins have no business here. */
const CORS = ['Access-Control-Allow-Origin', 'Access-Control-Expose-Headers', 'Vary'];

function answer(ctx: Context, status: number, body: object): void {
  for (const header of CORS) ctx.remove(header);
  ctx.status = status;
  ctx.body = body;
  ctx.set({ 'Content-Type': 'application/json;charset=UTF-8', 'Cache-Control': 'no-store', Pragma: 'no-cache' });
}
