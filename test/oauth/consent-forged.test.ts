/** Forged answers to the consent screen (security O27, O26; CSRF): each refused on a page of its own, and nothing written. */
import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../helpers/house.ts';
import { NOTHING, written } from '../helpers/written.ts';
import { atConsent, browserOf, headingOf, ko, post, shown, textOf } from './helpers.ts';

const forged = [
  { what: 'an item that is not on the screen', add: ['item', 'gender'] },
  { what: 'an item that does not exist', add: ['item', 'root'] },
  { what: 'a required item by its own name', add: ['item', 'account_email'] },
  { what: 'a term of another app', add: ['term', 'service_20190311'] },
  { what: 'the age check as a term', add: ['term', 'user_age_check'] },
  { what: 'a channel of another app', add: ['channel', '_xoEtb'] },
  { what: 'a row named __proto__', add: ['item', '__proto__'] },
  { what: 'a decision that is no button', add: ['decision', 'approve'] },
  { what: 'a name of 300 characters', add: ['item', 'x'.repeat(300)] },
] as const;

const elsewhere = [
  { from: 'another site', headers: { Origin: 'https://evil.example' } },
  { from: 'another port of this machine', headers: { Origin: 'http://localhost:3000' } },
  { from: 'an opaque origin', headers: { Origin: 'null' } },
  { from: 'the same site, says the browser', headers: { 'Sec-Fetch-Site': 'same-site' } },
  { from: 'another site, says the browser', headers: { 'Sec-Fetch-Site': 'cross-site' } },
];

describeHouse('oauth · a forged consent', (world) => {
  for (const { what, add } of forged) {
    it(`O27 · with ${what} is refused whole: 400, nothing written`, async () => {
      const { browser, path, fields } = await atConsent(world);
      const answer = await post(world, browser, path, [...fields, add]);
      assert.equal(answer.status, 400);
      assert.deepEqual(await written(world, APPS.demo, '01-han'), NOTHING);
    });
  }

  it('O27 · without the required rows gives no code: 422 and KOE203, nothing written', async () => {
    const { browser, path } = await atConsent(world);
    const answer = await post(world, browser, path, { decision: 'agree' });
    assert.equal(answer.status, 422);
    assert.match(shown({ html: answer.text }, 'consent-missing')!, /\(KOE203\)/);
    const why = await browser.get(answer.headers['x-kakao-sync-why']!);
    assert.match(textOf(why.text), /KOE203 .* service_20260105/);
    assert.deepEqual(await written(world, APPS.demo, '01-han'), NOTHING);
  });

  it('O26 · from a browser without the cookies is a friendly page, nothing written', async () => {
    const { path, fields } = await atConsent(world);
    const answer = await post(world, browserOf(world), path, fields);
    assert.equal(answer.status, 400);
    assert.equal(headingOf({ html: answer.text }), ko('notice.expired'));
    assert.deepEqual(await written(world, APPS.demo, '01-han'), NOTHING);
  });

  it('O26 · from another person’s browser is a friendly page, nothing written', async () => {
    const { path, fields } = await atConsent(world);
    const other = await atConsent(world, { persona: 'new' });
    const answer = await post(world, other.browser, path, fields);
    assert.equal(headingOf({ html: answer.text }), ko('notice.expired'));
    assert.deepEqual(await written(world, APPS.demo, '01-han'), NOTHING);
    assert.deepEqual(await written(world, APPS.demo, '02-new'), NOTHING);
  });

  it('O26 · from a browser that was closed meanwhile and lost its session is a friendly page, nothing written', async () => {
    const { browser, path, fields } = await atConsent(world);
    for (const name of ['kakao_sync_session', 'kakao_sync_session.sig']) browser.jar.setCookie(`${name}=; path=/`, 'localhost', '/');
    const answer = await post(world, browser, path, fields);
    assert.deepEqual([answer.status, headingOf({ html: answer.text })], [400, ko('notice.expired')]);
    assert.deepEqual(await written(world, APPS.demo, '01-han'), NOTHING);
  });

  for (const { from, headers } of elsewhere) {
    it(`from ${from} is refused before it is read: 403, nothing written`, async () => {
      const { browser, path, fields } = await atConsent(world);
      const answer = await post(world, browser, path, fields, headers);
      assert.equal(answer.status, 403);
      assert.deepEqual(await written(world, APPS.demo, '01-han'), NOTHING);
    });
  }

  it('by a person under 14 is the notice again, nothing written', async () => {
    const { browser, path } = await atConsent(world, { persona: 'under-14' });
    const answer = await post(world, browser, path, { decision: 'agree', items: 'required', age: 'on' });
    assert.equal(answer.status, 403);
    assert.equal(headingOf({ html: answer.text }), ko('notice.underAge'));
    assert.deepEqual(await written(world, APPS.demo, '07-under-14'), NOTHING);
  });

  it('on the page of another step is a friendly page', async () => {
    const { browser, path, fields } = await atConsent(world);
    for (const other of ['login', 'signup']) {
      assert.equal((await post(world, browser, path.replace('consent', other), fields)).status, 400);
    }
    assert.deepEqual(await written(world, APPS.demo, '01-han'), NOTHING);
  });
});
