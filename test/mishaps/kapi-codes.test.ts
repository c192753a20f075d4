/** Every error of every kapi endpoint can be asked for, and comes out as the door says it when the rule is really broken. */
import assert from 'node:assert/strict';
import { places } from '../../src/faults/index.ts';
import { ADMIN_KEY, type Differences, NUMBER, openKapi, target, TOKEN } from '../kapi/helpers.ts';
import { endpointOf } from '../contract/helpers.ts';
import { ADMIN_ALONE } from '../../src/contract/kapi/forms.ts';
import { openPreregistered } from '../kapi/preregistered.ts';
import { agreement, term } from '../kapi/terms.ts';
import { type Trouble, troubles } from '../contract/kapi-troubles.ts';
import type { Kapi } from '../contract/kapi-worlds.ts';

const items = ['account_email', 'plusfriends', 'shipping_address'];
const usual: Differences = { items, agreed: items, rows: [term('news', 1, false), agreement('news')] };
const fields = {
  target_id_type: 'user_id',
  target_ids: `[${NUMBER}]`,
  scopes: '["account_email"]',
  tags: 'news',
  properties: '{"none":"x"}',
  property_keys: '["properties.none"]',
};
/** Parameters that are in order. */
const inOrder = { ...fields, properties: '{}', property_keys: '["kakao_account.email"]' };

type Way = 'token' | 'admin';

async function ask(
  kapi: Kapi,
  path: string,
  way: Way,
  sent: Record<string, string>,
  { token = TOKEN, adminKey = ADMIN_KEY }: Trouble = {},
) {
  const { methods, forms } = endpointOf(path);
  const isAlone = forms.some(({ name }) => name === ADMIN_ALONE);
  const authorization = way === 'token' ? `Bearer ${token}` : `KakaoAK ${adminKey}`;
  const method = methods[0]!.name.toLowerCase() as 'get' | 'post';
  const who = way === 'admin' && !isAlone ? target : {};
  return kapi.http[method](path)
    .query({ ...who, ...sent })
    .set({ authorization });
}

describe('a fault asked for of kapi', () => {
  for (const { path, codes } of places.filter(({ face }) => face === 'kapi')) {
    const isAlone = endpointOf(path).forms.some(({ name }) => name === ADMIN_ALONE);
    const open = path === '/v1/user/signup' ? openPreregistered : openKapi;

    it(`${path} · ${codes.join(' ')}`, async () => {
      const kapi = await open(usual);
      for (const code of codes) {
        const real = await really(path, code, isAlone ? 'admin' : 'token');
        await kapi.house.faults.ask({ on: path, with: code });
        const answer = await ask(kapi, path, isAlone ? 'admin' : 'token', code === '-201' ? fields : inOrder);
        assert.equal(answer.body.code, Number(code), `${code}: ${JSON.stringify(answer.body)}`);
        assert.equal(answer.get('X-Kakao-Sync-Fault'), `${code} on ${path}`);
        // Which parameter is wrong, and what is off, differs from call to call.
        if (real.length === 0 || code === '-2' || code === '-3') continue;
        assert.ok(real.includes(told(answer)), `${told(answer)}\nis none of\n${real.join('\n')}`);
      }
      assert.equal((await ask(kapi, path, isAlone ? 'admin' : 'token', inOrder)).status, 200, 'and the one after is answered');
    });
  }
});

/** Every way in which this code is really answered. */
async function really(path: string, code: string, way: Way): Promise<string[]> {
  const found: string[] = [];
  for (const trouble of troubles[code] ?? []) {
    const open = trouble.open ?? (path === '/v1/user/signup' ? openPreregistered : openKapi);
    const kapi = await open({ ...usual, ...trouble.world, ...(code === '-402' && { agreed: ['account_email', 'shipping_address'] }) });
    await trouble.before?.(kapi);
    const answer = await ask(kapi, path, way, { ...inOrder, ...trouble.sent, ...(code === '-201' && fields) }, trouble);
    if (answer.body.code === Number(code)) found.push(told(answer));
  }
  return found;
}

function told({ status, text, headers }: Awaited<ReturnType<typeof ask>>): string {
  const { 'www-authenticate': proof = '-', 'cache-control': cache, 'content-type': type } = headers as Record<string, string>;
  return [status, text, proof, cache, type].join(' | ');
}
