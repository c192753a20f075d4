/** The errors of every API: each can be brought about, and no other comes, whatever is wrong with the call. Reference 2.2 to 2.17. */
import assert from 'node:assert/strict';
import { contract, type Endpoint } from '../../src/contract/index.ts';
import { ADMIN, ADMIN_ALONE, TOKEN as BEARER } from '../../src/contract/kapi/forms.ts';
import { ADMIN_KEY, type Differences, NUMBER, openKapi, target, TOKEN } from '../kapi/helpers.ts';
import { openPreregistered } from '../kapi/preregistered.ts';
import { agreement, term } from '../kapi/terms.ts';
import { type Trouble, troubles } from './kapi-troubles.ts';

const items = ['account_email', 'plusfriends', 'shipping_address'];
const usual: Differences = { items, agreed: items, rows: [term('news', 1, false), agreement('news')] };
/** Every API finds its own among these. */
const fields = { target_id_type: 'user_id', target_ids: `[${NUMBER}]`, scopes: '["account_email"]', tags: 'news', properties: '{}' };

for (const endpoint of contract.kapi.filter(({ why }) => !why)) {
  describe(`contract · ${endpoint.section} · the errors of ${endpoint.name}`, () => {
    it('none, if nothing is wrong', async () => assert.deepEqual(await codesOf(endpoint, {}), []));

    for (const code of endpoint.errors) {
      it(code, async () => {
        const found = [];
        for (const trouble of troubles[code] ?? []) found.push(...(await codesOf(endpoint, trouble)));
        assert.ok(found.includes(code), `answered ${found.join() || '200'}`);
      });
    }

    it('no other', async () => {
      const found = new Set<string>();
      for (const trouble of Object.values(troubles).flat()) for (const code of await codesOf(endpoint, trouble)) found.add(code);
      assert.deepEqual(
        [...found].filter((code) => !endpoint.errors.includes(code)),
        [],
      );
    });
  });
}

/** The codes that the API fails with, called in each of its forms. */
async function codesOf({ name: path, methods, forms }: Endpoint, trouble: Trouble): Promise<string[]> {
  const { world, before, token = TOKEN, adminKey = ADMIN_KEY, sent } = trouble;
  const { open = path === '/v1/user/signup' ? openPreregistered : openKapi } = trouble;
  const proofs: Record<string, [header: string, who: object]> = {
    [BEARER]: [`Bearer ${token}`, {}],
    [ADMIN]: [`KakaoAK ${adminKey}`, target],
    [ADMIN_ALONE]: [`KakaoAK ${adminKey}`, {}],
  };
  const codes: string[] = [];
  for (const [authorization, who] of forms.flatMap(({ name }) => (proofs[name] ? [proofs[name]] : []))) {
    const kapi = await open({ ...usual, ...world });
    await before?.(kapi);
    const method = methods[0]!.name.toLowerCase() as 'get' | 'post';
    const { status, body } = await kapi.http[method](path)
      .query({ ...fields, ...who, ...sent })
      .set({ authorization });
    if (status !== 200) codes.push(String(body.code));
  }
  return codes;
}
