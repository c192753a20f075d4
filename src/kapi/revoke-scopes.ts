/** POST /v2/user/revoke/scopes: 동의 철회하기. Source: kakao-api 2.14. */
import type { Call } from './call.ts';
import { jsonList, parameters } from './parameters.ts';
import { standing } from './scopes.ts';

const ANY = 'expected one item or more';

/** Takes back the consent to the items in `scopes`, and tells how all items stand then. Throws InputRefused, ItemsUnknown, ItemNotRevocable. */
export async function revokeScopes(call: Call): Promise<object> {
  const { house, app, link, sent } = call;
  const { scopes } = parameters(sent, { scopes: jsonList.transform((ids) => ids ?? []).refine((ids) => ids.length > 0, ANY) });
  return standing({ ...call, link: await house.consent.revokeItems(app, link, scopes) });
}
