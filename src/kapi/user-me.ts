/** GET and POST /v2/user/me: 사용자 정보 조회. Source: kakao-api 2.2 to 2.4. */
import { isoSeconds } from '../clock.ts';
import { exactNumber } from '../json.ts';
import { api, type Call } from './call.ts';
import { disclosureOf } from './disclosure.ts';
import { beforeSignup, kakaoAccount } from './kakao-account.ts';
import { flag, jsonList } from './parameters.ts';
import { type Wanted, wantedBy } from './property-keys.ts';
import { userAnswer } from './user-answer.ts';
import { userProperties } from './user-properties.ts';

/**
 * The user as far as the app may know them. `property_keys` narrows `properties`, `kakao_account` and `has_signed_up`.
 * `secure_resource` is checked and changes nothing: pictures live at this house, under the one scheme it is reached by.
 * Throws InputRefused, PropertiesUnknown.
 */
export const userMe = api({
  takes: { secure_resource: flag.optional(), property_keys: jsonList.optional() },
  gives: userAnswer,
  answer: async (call: Call, { property_keys: keys }) => asUser(call, wantedBy(keys, call.app)),
});

/** A user in the words of kapi, with the wanted groups and properties. Of a preregistered one little is told: kakao-api 2.9. */
export async function asUser(call: Call, wanted: Wanted): Promise<object> {
  const disclosure = await disclosureOf(call);
  const { number, state, connectedAt, synchedAt } = call.link;
  const registered = state === 'linked';
  const account = kakaoAccount(disclosure, wanted);
  return {
    id: exactNumber(number),
    has_signed_up: wanted.hasSignedUp && (!call.app.autoLink || !registered) ? registered : undefined,
    connected_at: date(connectedAt),
    ...(registered && { synched_at: date(synchedAt), properties: userProperties(call, disclosure.facts, wanted) }),
    kakao_account: registered ? account : account && beforeSignup(account),
  };
}

function date(time: number | null): string | undefined {
  return time === null ? undefined : isoSeconds(time);
}
