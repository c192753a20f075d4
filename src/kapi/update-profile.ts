/** POST /v1/user/update_profile: 사용자 정보 저장하기. Source: kakao-api 2.10. */
import { exactNumber } from '../json.ts';
import { api, type Call } from './call.ts';
import { jsonFields } from './parameters.ts';
import { idAlone } from './shapes.ts';

/** Keeps the user properties in `properties`; user/me tells them from then on. Throws InputRefused, PropertiesUnknown. */
export const updateProfile = api({
  takes: { properties: jsonFields },
  gives: idAlone,
  async answer({ house, app, link }: Call, { properties }) {
    await house.consent.setProperties(app, link, properties);
    return { id: exactNumber(link.number) };
  },
});
