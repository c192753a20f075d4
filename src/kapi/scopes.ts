/** GET /v2/user/scopes: 동의 내역 확인하기. Source: kakao-api 2.14. */
import { z } from 'zod';
import { consentItem } from '../apps/index.ts';
import { exactNumber } from '../json.ts';
import { api, type Call } from './call.ts';
import { jsonList } from './parameters.ts';
import { longNumber } from './shapes.ts';

const scope = z.strictObject({
  id: z.string(),
  display_name: z.string(),
  type: z.enum(['PRIVACY', 'SERVICE']),
  using: z.boolean(),
  agreed: z.boolean(),
  revocable: z.boolean().optional(),
});

export const standingAnswer = z.strictObject({ id: longNumber, scopes: z.array(scope) });

/** The items that the app uses or the user agreed to, all or those named in `scopes`. Throws InputRefused. */
export const scopes = api({
  takes: { scopes: jsonList.optional() },
  gives: standingAnswer,
  answer: (call: Call, { scopes: named }) => standing(call, named),
});

/** The items as they stand: those named, or all where none is. */
export async function standing({ house, app, link, language }: Call, named: readonly string[] = []): Promise<object> {
  const items = await house.consent.itemsOf(app, link);
  const asked = named.length > 0 ? items.filter(({ id }) => named.includes(id)) : items;
  return {
    id: exactNumber(link.number),
    scopes: asked.map(({ id, using, agreed, revocable }) => {
      const item = consentItem(id, app);
      // SDKs refuse a whole list over an unknown type, so an item that no table knows still gets a known one.
      const words = { display_name: item?.label[language] ?? id, type: item?.type ?? 'SERVICE' };
      return { id, ...words, using, agreed, ...(agreed && { revocable }) };
    }),
  };
}
