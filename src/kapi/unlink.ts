/** POST /v1/user/unlink: 연결 끊기. Source: kakao-api 2.8. */
import { exactNumber } from '../json.ts';
import type { Call } from './call.ts';

/** Ends the link with its consents, agreements, properties and tokens. No callback is sent: the app did it itself. */
export async function unlink({ house, app, link }: Call): Promise<object> {
  await house.consent.unlink(app, link);
  return { id: exactNumber(link.number) };
}
