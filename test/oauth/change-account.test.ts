/** 변경 on the consent screen (reference 5.3): another account for the same authorize request. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { decodeJwt } from 'jose';
import { APPS, CALLBACK, describeHouse, type World } from '../helpers/house.ts';
import { agreement, redeem, token } from '../helpers/login.ts';
import { rowsOf } from '../helpers/visitor.ts';
import { loggedIn, type Page, placeOf, shown, type Visitor } from './helpers.ts';
import { setLayout } from './layouts.ts';

const STATE = 'a b&c=한글';

for (const consentLayout of ['classic', 'newer'] as const) {
  describeHouse(`oauth · 변경 on the consent screen · ${consentLayout} layout`, (world) => {
    let visitor: Visitor;
    beforeEach(async () => {
      visitor = world.visitor();
      await setLayout(world, APPS.current, consentLayout);
    });
    const consent = (params: Record<string, string> = {}) => loggedIn(world, APPS.current, 'han', params, visitor);
    const change = async (page: Page) => visitor.open(changeLink(page));

    it('leads to the choice of an account, with the one that is signed in', async () => {
      const chooser = await change(await consent());
      assert.equal(placeOf(chooser), 'login');
      assert.match(chooser.html, /data-testid="account-01-han"/);
      assert.notEqual(shown(chooser, 'login-other'), undefined);
    });

    it('asks the other person for the same, and brings their code and the state', async () => {
      const page = await consent({
        state: STATE,
        scope: 'friends',
        service_terms: 'marketing_20260105,service_20260105',
        channel_public_id: '_xpEvt',
      });
      const other = await visitor.submit(await change(page), { persona: 'many-addresses' });
      assert.equal(shown(other, 'consent-login'), 'many-addresses@example.com');
      assert.deepEqual(rowsOf(other), rowsOf(page));
      assert.ok(rowsOf(page).includes('item=friends') && rowsOf(page).includes('channel=_xpEvt'));

      const { query } = await visitor.submit(other, agreement(other, 'all'));
      assert.equal(query.state, STATE);
      await redeem(world, APPS.current, query.code!);
      assert.equal((await link(world, '10-many-addresses'))?.state, 'linked');
      assert.equal(await link(world, '01-han'), undefined);
    });

    it('keeps an empty service_terms empty', async () => {
      const page = await consent({ service_terms: '' });
      const other = await visitor.submit(await change(page), { persona: 'many-addresses' });
      assert.deepEqual(rowsOf(other), rowsOf(page));
      assert.ok(!rowsOf(page).some((row) => row.startsWith('term=')));
    });

    it('keeps the nonce and the challenge', async () => {
      const verifier = 'v'.repeat(43);
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      const page = await consent({ nonce: 'n-1', code_challenge: challenge, code_challenge_method: 'S256' });
      const other = await visitor.submit(await change(page), { persona: 'many-addresses' });
      const { code } = (await visitor.submit(other, agreement(other, 'required'))).query;
      const { key, secret } = await world.key(APPS.current);
      const fields = { grant_type: 'authorization_code', client_id: key, client_secret: secret.value, redirect_uri: CALLBACK, code };
      assert.equal((await token(world, fields)).status, 400);
      const { body } = await token(world, { ...fields, code_verifier: verifier });
      assert.equal(decodeJwt((body as { id_token: string }).id_token).nonce, 'n-1');
    });

    it('takes the same person back to the screen', async () => {
      const again = await visitor.submit(await change(await consent()), { account: '01-han' });
      assert.equal(shown(again, 'consent-login'), 'han@example.com');
      assert.ok((await visitor.submit(again, agreement(again, 'required'))).query.code);
    });

    it('changes nothing by itself: who goes back can still agree', async () => {
      const page = await consent();
      await change(page);
      assert.ok((await visitor.submit(page, agreement(page, 'required'))).query.code);
    });

    it('leaves nothing to agree to for the one who was before, once somebody else was chosen', async () => {
      const page = await consent();
      await visitor.submit(await change(page), { persona: 'many-addresses' });
      assert.equal((await visitor.submit(page, agreement(page, 'all'))).status, 400);
      assert.equal(await link(world, '01-han'), undefined);
    });

    it('sends somebody who is linked already straight on', async () => {
      const { app, account } = { app: APPS.demo, account: 'returning' };
      const page = await loggedIn(world, app, 'han', {}, visitor);
      assert.ok((await visitor.submit(await change(page), { persona: account })).query.code);
    });

    it('is over with the page: another browser, or one that has answered, is told so', async () => {
      const page = await consent();
      assert.equal((await world.visitor().open(changeLink(page))).status, 400);
      await visitor.submit(page, agreement(page, 'required'));
      assert.equal((await change(page)).status, 400);
    });
  });
}

function changeLink({ html }: Page): string {
  return /<a class="account-change" href="([^"]*)"/.exec(html)![1]!;
}

function link(world: World, accountId: string) {
  return world.house.consent.link(APPS.current, accountId);
}
