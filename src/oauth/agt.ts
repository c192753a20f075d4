/**
 * `agt`: one-time tokens by which the mobile SDKs ask for additional consent without another login. One opens the login
 * once, under the key it was made for, and ends with the tokens of the login that it came from. Source: kakao-api 1.1, 1.17.
 */
import { randomBytes } from 'node:crypto';
import type { Context } from 'koa';
import type { House } from '../house.ts';
import { artifact } from './artifact.ts';
import { meetFault } from './asked-for.ts';
import { clientOf } from './dialect/client-key.ts';
import { readFields } from './dialect/token-request.ts';
import { Koe } from './koe.ts';
import { AGT } from './lifetimes.ts';
import { jsonEndpoint } from './token.ts';

const MODEL = 'Agt';

/** `POST /api/agt`: what clientOf throws, KOE400 for a token that opens nothing, KOE114 for one of another app. */
export function issueAgt(house: House, report: (error: unknown) => void) {
  return jsonEndpoint(house, report, async (ctx: Context) => {
    const fields = await readFields<'/api/agt'>(ctx);
    const client = await clientOf(house, fields);
    const bearer = fields.access_token ? await house.consent.bearer(fields.access_token) : undefined;
    if (!bearer) throw new Koe('KOE400', { reason: 'access_token is invalid' });
    if (bearer.app.id !== client.app.id) throw new Koe('KOE114');
    const { grantId, link } = bearer;
    await meetFault(house, ctx, '/api/agt', fields, { appId: client.app.id, accountId: link.accountId, grantId });
    const agt = randomBytes(32).toString('base64url');
    const row = artifact(house, MODEL, agt, AGT, { grantId, clientId: client.key.key, accountId: link.accountId });
    await house.store.write(async (tx) => tx.put('artifacts', row));
    return { agt };
  });
}

/** Whom an agt of this key logs in; it is used up by that. Undefined for one that is unknown, over, used or another key's. */
export function redeemAgt({ store, clock }: House, clientId: unknown, agt: string): Promise<string | undefined> {
  return store.write(async (tx) => {
    const row = await tx.get('artifacts', `${MODEL}:${agt}`);
    if (!row || row.expiresAt <= clock.now() || row.clientId !== clientId) return undefined;
    tx.remove('artifacts', row.id);
    return row.accountId ?? undefined;
  });
}
