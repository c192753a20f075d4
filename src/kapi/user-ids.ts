/** GET /v1/user/ids: 사용자 목록 가져오기. Source: kakao-api 2.11. */
import { z } from 'zod';
import { inEra } from '../apps/index.ts';
import { exactNumber } from '../json.ts';
import { api, type AppCall } from './call.ts';
import { userNumber, wholeNumber } from './parameters.ts';
import { longNumber, url } from './shapes.ts';

const PATH = '/v1/user/ids';
const MOST = 100;
type Order = 'asc' | 'desc';

/**
 * A page of user numbers, from `from_id` on (that one included) in the direction of `order`, with the ways to its
 * neighbours. As in Kakao's sample these begin at the last and, backwards, at the first number of this page.
 * Some eras count all users, too. Throws InputRefused.
 */
export const userIds = api({
  takes: {
    limit: wholeNumber.refine((size) => size >= 1 && size <= MOST, `expected 1 to ${MOST}`).default(MOST),
    from_id: userNumber.optional(),
    order: z.enum(['asc', 'desc'], 'expected asc or desc').default('asc'),
  },
  gives: z.strictObject({
    elements: z.array(longNumber),
    total_count: z.number().int().optional(),
    before_url: url.nullable(),
    after_url: url.nullable(),
  }),
  async answer({ house, app }: AppCall, { limit, from_id, order }) {
    const ascending = (await house.consent.usersOf(app.id)).map(({ number }) => number);
    const ordered = order === 'asc' ? ascending : ascending.toReversed();
    const start = from_id === undefined ? 0 : placeOf(from_id, ordered, order);
    const page = ordered.slice(start, start + limit);

    const pageUrl = (direction: Order, from: string | undefined) =>
      `${house.addresses.kapi}${PATH}?limit=${limit}&order=${direction}&from_id=${from}`;
    return {
      elements: page.map(exactNumber),
      ...(inEra(app, 'userCount') && { total_count: ordered.length }),
      before_url: start > 0 ? pageUrl(order === 'asc' ? 'desc' : 'asc', page.at(0) ?? from_id) : null,
      after_url: start + limit < ordered.length ? pageUrl(order, page.at(-1)) : null,
    };
  },
});

/** Where the numbers from this one on begin. */
function placeOf(from: string, ordered: readonly string[], order: Order): number {
  const first = BigInt(from);
  const place = ordered.findIndex((number) => (order === 'asc' ? BigInt(number) >= first : BigInt(number) <= first));
  return place < 0 ? ordered.length : place;
}
