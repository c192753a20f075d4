/** 카카오계정 관리 over HTTP: what a person changes, and what the services are told of it; and 고객센터. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { APPS, describeHouse, type World } from '../../helpers/house.ts';
import { api, signUp } from '../../helpers/login.ts';
import { eventsTold, unlinksTold } from '../../helpers/told.ts';
import { HAN, signedUp } from '../../consent/account-causes.ts';
import { FORM_COOKIE, withToken } from '../../helpers/form-token.ts';

describeHouse('카카오계정 관리', (world) => {
  for (const [path, fields, tells] of [
    ['profile', { nickname: '새이름' }, 'user-profile-changed'],
    ['email', { email: 'new@shop.example' }, 'identifier-changed'],
    ['phone', { phone: '+82 10-9999-0000' }, 'identifier-changed'],
    ['password', { present: 'demo1234', password: 'demo5678' }, 'credential-change'],
    ['two-step', { twoStep: 'on' }, 'assurance-level-change'],
    ['sessions', {}, 'sessions-revoked'],
    ['deletion', { sure: 'yes' }, 'account-purged'],
    ['service-terms-withdrawals', { app: APPS.demo }, 'user-unlinked'],
  ] as const) {
    it(`${path} is told as ${tells}`, async () => {
      await signedUp(world);
      const answer = await send(world, await cookie(world), `/account/${path}`, fields);
      assert.equal(answer.status, 303, answer.text);
      assert.equal((await eventsTold(world, APPS.demo)).at(-1), tells);
    });
  }

  for (const [path, fields, says] of [
    ['profile', { nickname: '' }, /data-testid="error-nickname"/],
    ['email', { email: 'pbqa-bp001@pbtest.example.com' }, /이미 사용 중인 이메일/],
    ['phone', { phone: '010' }, /국가 번호, 빈칸, 번호 순서로/],
    ['password', { present: 'another', password: 'demo5678' }, /현재 비밀번호가 맞지 않습니다/],
    ['deletion', {}, /하나를 선택해 주세요/],
  ] as const) {
    it(`${path} says what to mend, and nothing changes`, async () => {
      await signedUp(world);
      const before = await eventsTold(world, APPS.demo);
      const answer = await send(world, await cookie(world), `/account/${path}`, fields);
      assert.equal(answer.status, 422);
      assert.match(answer.text, says);
      assert.doesNotMatch(answer.text, /another/);
      assert.deepEqual(await eventsTold(world, APPS.demo), before);
    });
  }

  it('a deleted account: unlinked as ACCOUNT_DELETE, its tokens dead, and nobody signs in any more', async () => {
    const { access_token: token } = await signedUp(world);
    await send(world, await cookie(world), '/account/deletion', { sure: 'yes' });
    assert.deepEqual(
      (await unlinksTold(world, APPS.demo)).map((told) => told['referrer_type']),
      ['ACCOUNT_DELETE'],
    );
    await api(world, '/v2/user/me', token).expect(401);
    await assert.rejects(signUp(world, { app: APPS.demo, as: 'han' }), /no code/);
    await assert.rejects(world.house.accounts.signIn('han@example.com', 'demo1234'), { code: 'wrong_login' });
    assert.equal(await world.house.accounts.persona('han'), undefined);
  });

  it('is refused to who alone is in charge of an app', async () => {
    const answer = await send(world, await cookie(world, '93-partner'), '/account/deletion', { sure: 'yes' });
    assert.match(answer.text, /유일한 관리자입니다/);
  });

  it('asks who is not signed in to sign in', async () => {
    const answer = await supertest(world.url).get('/account');
    assert.equal(answer.headers['location'], '/account/login?continue=%2Faccount');
  });
});

describeHouse('고객센터 · accounts', (world) => {
  for (const [act, tells] of [
    ['disable', 'account-disabled'],
    ['demand-password', 'account-credential-change-required'],
    ['report-leak', 'credential-compromise'],
    ['force-deletion', 'account-purged'],
    ['unlink', 'user-unlinked'],
  ] as const) {
    it(`${act} asks first, and is told as ${tells}`, async () => {
      await signedUp(world);
      const fields = { person: HAN, act, app: APPS.demo };
      const before = await eventsTold(world, APPS.demo);
      assert.equal((await send(world, FORM_COOKIE, '/_sim/desk/people', fields)).status, 200);
      assert.deepEqual(await eventsTold(world, APPS.demo), before);
      assert.equal((await send(world, FORM_COOKIE, '/_sim/desk/people', { ...fields, confirmed: 'yes' })).status, 303);
      assert.equal((await eventsTold(world, APPS.demo)).at(-1), tells);
    });
  }

  it('a disabled account is inactive to APIs and signs in nowhere, until it is enabled', async () => {
    const { access_token: token } = await signedUp(world);
    await send(world, FORM_COOKIE, '/_sim/desk/people', { person: HAN, act: 'disable', confirmed: 'yes' });
    assert.equal((await api(world, '/v2/user/me', token).expect(400)).body.code, -103);
    await assert.rejects(signUp(world, { app: APPS.demo, as: 'han' }), /no code/);
    await send(world, FORM_COOKIE, '/_sim/desk/people', { person: HAN, act: 'enable', confirmed: 'yes' });
    await api(world, '/v2/user/me', token).expect(200);
    await signUp(world, { app: APPS.demo, as: 'han' });
  });
});

async function cookie({ house }: World, accountId = HAN): Promise<string> {
  return `kakao_sync_console=${await house.accounts.openSession(accountId)}; ${FORM_COOKIE}`;
}

function send(world: World, signedIn: string, path: string, fields: Readonly<Record<string, string>>) {
  return supertest(world.url)
    .post(withToken(world, path))
    .set({ Origin: world.url, Cookie: signedIn })
    .type('form')
    .send(new URLSearchParams(fields).toString());
}
