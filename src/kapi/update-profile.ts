/** POST /v1/user/update_profile: 사용자 정보 저장하기. Source: kakao-api 2.10. */
import { exactNumber } from '../json.ts';
import type { TokenCall } from './call.ts';
import { jsonFields, parameters } from './parameters.ts';

/** Keeps the user properties in `properties`; user/me tells them from then on. Throws InputRefused, PropertiesUnknown. */
export async function updateProfile({ house, app, link, sent }: TokenCall): Promise<object> {
  const { properties } = parameters(sent, { properties: jsonFields });
  await house.consent.setProperties(app, link, properties);
  return { id: exactNumber(link.number) };
}
