/** POST /v2/user/revoke/scopes: 동의 철회하기. Source: kakao-api 2.14. */
import { api, type Call } from './call.ts';
import { jsonList } from './parameters.ts';
import { standing, standingAnswer } from './scopes.ts';

const ANY = 'expected one item or more';

/** Takes back the consent to the items in `scopes`, and tells how all items stand then. Throws InputRefused, ItemsUnknown, ItemNotRevocable. */
export const revokeScopes = api({
  takes: { scopes: jsonList.transform((ids) => ids ?? []).refine((ids) => ids.length > 0, ANY) },
  gives: standingAnswer,
  async answer(call: Call, { scopes }) {
    const { house, app, link } = call;
    return standing({ ...call, link: await house.consent.revokeItems(app, link, scopes) });
  },
});
