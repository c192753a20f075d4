/** POST /v1/user/unlink: 연결 끊기. Source: kakao-api 2.8. */
import { exactNumber } from '../json.ts';
import { api, type Call } from './call.ts';
import { idAlone } from './shapes.ts';

/** Ends the link with its consents, agreements, properties and tokens. No callback is sent: the app did it itself. */
export const unlink = api({
  takes: {},
  gives: idAlone,
  async answer({ house, app, link }: Call) {
    await house.consent.unlink(app, link);
    return { id: exactNumber(link.number) };
  },
});
