/** The forms of a login that is under way, filled in as no page would: the person can still go on afterwards. */
import assert from 'node:assert/strict';
import { describeHouse } from '../helpers/house.ts';
import { assertDecent, assertUnharmed } from './decent.ts';
import { CONSENT, LOGIN, SIGNUP } from './endpoints.ts';
import { livePage } from './live.ts';
import { head, raw } from './raw.ts';
import { strange, values } from './values.ts';

const FORM = 'Content-Type: application/x-www-form-urlencoded;charset=utf-8';
const forms = {
  login: { names: LOGIN, good: 'persona=han', status: 303 },
  signup: { names: SIGNUP, good: 'email=a%40example.com&password=secret&nickname=a&birthdate=', status: 303 },
  consent: { names: CONSENT, good: 'decision=cancel', status: 302 },
} as const;

describeHouse('malformed · a live form:', (world) => {
  for (const name of ['login', 'signup', 'consent'] as const) {
    it(`${name} takes nothing of it, and the right one afterwards`, async () => {
      const { path, cookie } = await livePage(world, name);
      const post = (form: string | Buffer) =>
        raw(world.url, head(`POST ${path} HTTP/1.1`, `Cookie: ${cookie}`, FORM, `Content-Length: ${form.length}`), form);
      const { names, good, status } = forms[name];
      const bad = [
        ...Object.entries(values).flatMap(([what, value]) => names.map((field) => [`${what} as ${field}`, `${field}=${value}`])),
        ...Object.entries(values).map(([what, value]) => [`${what} everywhere`, names.map((field) => `${field}=${value}`).join('&')]),
        ...Object.entries(strange).flatMap(([what, formOf]) => names.map((field) => [`${what} (${field})`, formOf(field)])),
      ] as const;
      for (const [what, form] of bad) {
        const answer = await post(form!);
        assertDecent({ door: 'kauth', path, json: false }, answer, what!);
        assert.ok(answer.status! >= 400, `${what} went through`);
      }
      const bytes = Buffer.concat([Buffer.from(`${names[1]}=`), Buffer.from([0xff, 0x00, 0xc3, 0x28, 0xed, 0xa0, 0x80])]);
      assertDecent({ door: 'kauth', path, json: false }, await post(bytes), 'bytes');
      assert.equal((await post(good)).status, status);
      await assertUnharmed(world);
    });
  }
});
