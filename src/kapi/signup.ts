/** POST /v1/user/signup: 수동 연결, for apps with 로그인 시 앱 자동 연결 OFF. Source: kakao-api 2.9, 5.9. */
import { exactNumber } from '../json.ts';
import { api, type TokenCall } from './call.ts';
import { jsonFields } from './parameters.ts';
import { idAlone } from './shapes.ts';

/** Registers the user, with user properties if they were sent. Throws InputRefused, AlreadyRegistered, PropertiesUnknown, UserNotLinked. */
export const signup = api({
  takes: { properties: jsonFields.optional() },
  gives: idAlone,
  async answer({ house, app, link }: TokenCall, { properties = {} }) {
    await house.consent.register(app, link, properties);
    return { id: exactNumber(link.number) };
  },
});
