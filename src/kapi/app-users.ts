/** GET /v2/app/users: 여러 사용자 정보 가져오기. Source: kakao-api 2.12. */
import { z } from 'zod';
import { asUser, wantedBy } from '../profile/index.ts';
import { InputRefused } from '../web/forms.ts';
import { api, type AppCall } from './call.ts';
import { jsonList, userNumberList } from './parameters.ts';
import { userAnswer } from './user-answer.ts';

const MOST = 100;
const MOST_WITH_KEYS = 20;
/** What everybody is told with anyway. */
const PLAIN = ['id'];

/**
 * The users named in `target_ids`, in that order, as a bare list: who is not linked, or not yet registered, is left out. Without `property_keys`
 * only the number and the dates of each. Throws InputRefused, PropertiesUnknown.
 */
export const appUsers = api({
  takes: {
    target_id_type: z.literal('user_id', 'expected user_id'),
    target_ids: userNumberList,
    property_keys: jsonList.optional(),
  },
  gives: z.array(userAnswer),
  async answer(call: AppCall, { target_ids, property_keys: keys }) {
    const most = keys && keys.length > 0 ? MOST_WITH_KEYS : MOST;
    const numbers = [...new Set(target_ids)];
    if (numbers.length === 0 || numbers.length > most) throw new InputRefused('target_ids', `expected 1 to ${most} user numbers`);

    const wanted = wantedBy(keys && keys.length > 0 ? keys : PLAIN, call.app);
    const users = await Promise.all(numbers.map((number) => find(call, number)));
    return Promise.all(users.filter((user) => user !== undefined).map((user) => asUser({ ...call, ...user }, wanted)));
  },
});

async function find({ house, app }: AppCall, number: string) {
  const link = await house.consent.byNumber(app.id, number);
  if (link?.state !== 'linked') return undefined;
  const account = await house.accounts.byId(link.accountId);
  return account && { link, account };
}
