/** Consent items: what they are called, what type they have, and which of them want a review. Reference 4.1. */
import assert from 'node:assert/strict';
import { bearer, openKapi } from '../kapi/helpers.ts';
import { eachRow, tableOf } from './helpers.ts';

interface Case {
  type: 'PRIVACY' | 'SERVICE';
  /** Whether an app may use it only after its review is approved. */
  review: boolean;
}

const open: Case = { type: 'PRIVACY', review: false };
const reviewed: Case = { type: 'PRIVACY', review: true };

const cases: Record<string, Case> = {
  profile: open,
  profile_nickname: open,
  profile_image: open,
  account_email: open,
  name: reviewed,
  gender: reviewed,
  age_range: reviewed,
  birthday: reviewed,
  birthyear: reviewed,
  phone_number: reviewed,
  account_ci: reviewed,
  shipping_address: reviewed,
  plusfriends: open,
  friends: open,
  talk_message: { type: 'SERVICE', review: false },
};

describe('contract · 4.1 · consent items', () => {
  const { rows } = tableOf('items');

  eachRow(rows, cases, async ({ type, review }, id) => {
    const { http, store } = await openKapi({ items: [id] });
    const { ko, en } = rows.find(({ name }) => name === id)!.says!;
    for (const [lang, label] of Object.entries({ ko, en })) {
      const [item] = await itemsIn(http, lang);
      // Some labels go on: 배송지정보(수령인명, …).
      const { display_name = '', ...rest } = item ?? {};
      assert.ok(display_name.startsWith(label), `${display_name} is not ${label}`);
      assert.deepEqual(rest, { id, type, using: true, agreed: false });
    }

    await store.write(async (tx) => tx.put('reviews', { ...(await tx.get('reviews', 'items-review'))!, decision: null }));
    assert.deepEqual(
      (await itemsIn(http, 'ko')).map((item) => item.id),
      review ? [] : [id],
    );
  });
});

interface Item {
  id: string;
  display_name: string;
}

async function itemsIn(http: Awaited<ReturnType<typeof openKapi>>['http'], lang: string): Promise<Item[]> {
  const { body } = await http.get('/v2/user/scopes').query({ lang }).set(bearer).expect(200);
  return (body as { scopes: Item[] }).scopes;
}
