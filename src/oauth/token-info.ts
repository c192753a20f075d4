/** `POST /oauth/tokeninfo`: what an ID token says, for debugging, once its signature and time are proved. Source: kakao-api 1.12. */
import type { Context } from 'koa';
import { createLocalJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import type { House } from '../house.ts';
import { meetFault } from './asked-for.ts';
import { readFields } from './dialect/token-request.ts';
import { jwks } from './discovery.ts';
import { Koe } from './koe.ts';
import { jsonEndpoint } from './token.ts';

/** The handler. `report` gets what nobody expected. */
export function tokenInfo(house: House, report: (error: unknown) => void) {
  return jsonEndpoint(house, report, async (ctx: Context): Promise<JWTPayload> => {
    const { id_token: idToken } = await readFields<'/oauth/tokeninfo'>(ctx);
    if (!idToken) throw new Koe('KOE400', { reason: 'id_token is missing' });
    try {
      const expected = { issuer: house.addresses.kauth, algorithms: ['RS256'], currentDate: new Date(house.clock.now()) };
      const { payload } = await jwtVerify(idToken, createLocalJWKSet(await jwks(house)), expected);
      const app = (await house.apps.byKey(String(payload.aud)))?.app;
      const link = app && payload.sub ? await house.consent.byNumber(app.id, payload.sub) : undefined;
      await meetFault(house, ctx, '/oauth/tokeninfo', {}, { appId: app?.id, accountId: link?.accountId });
      return payload;
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
      throw new Koe('KOE400', { reason: error instanceof errors.JWTExpired ? 'ID token expired' : 'ID token is invalid' });
    }
  });
}
