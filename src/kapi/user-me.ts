/** GET and POST /v2/user/me: 사용자 정보 조회. Source: kakao-api 2.2 to 2.4. */
import { asUser, wantedBy } from '../profile/index.ts';
import { api, type Call } from './call.ts';
import { flag, jsonList } from './parameters.ts';
import { userAnswer } from './user-answer.ts';

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
