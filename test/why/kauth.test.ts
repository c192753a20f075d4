/** Why kauth refused: on its error pages, behind the header of its JSON answers, and for redirects that carry an error. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { APPS, CALLBACK, describeHouse } from '../helpers/house.ts';
import { goThrough, token } from '../helpers/login.ts';
import { begin, shown } from '../oauth/helpers.ts';
import { whyOf } from './asking.ts';

describeHouse('why · an error page of the login', (world) => {
  it('shows the difference between the redirect URI and the one that was meant, and where to register it', async () => {
    const page = await begin(world, APPS.demo, { redirect_uri: 'http://127.0.0.1:3000/oauth/' });
    assert.equal(shown(page, 'error-code'), 'KOE006');
    assert.match(shown(page, 'why-hints')!, /localhost와 127\.0\.0\.1은 .* 끝의 슬래시/);
    assert.match(page.html, /http:\/\/<mark>127\.0\.0\.1<\/mark>:3000\/oauth<mark>\/<\/mark>/);
    assert.match(page.html, new RegExp(`href="/developers/apps/${APPS.demo}#redirect-uris"`));
    assert.match(shown(page, 'why-about')!, /REST API 키/);
  });

  it('is the same explanation as behind its own address, in the reader’s language', async () => {
    const page = await begin(world, APPS.demo, { redirect_uri: `${CALLBACK}/` });
    const why = await whyOf(world, page, 'en');
    assert.equal(why.status, 200);
    assert.equal(why.code, 'KOE006');
    assert.match(why.hints!, /Only the slash/);
    assert.match(why.difference!, /Nearest registered/);
  });

  it('names items that are configured and still await their review', async () => {
    const { items } = await world.app(APPS.demo);
    await world.change('apps', APPS.demo, { items: [...items, { id: 'gender', state: 'optional', purpose: '추천' }] });
    const page = await begin(world, APPS.demo, { scope: 'gender' });
    assert.equal(shown(page, 'error-code'), 'KOE205');
    assert.match(shown(page, 'why-hints')!, /검수에 통과하지 않은 항목입니다: gender/);
  });

  it('of items leads to their setting, and to the application where only their review is missing', async () => {
    const { items } = await world.app(APPS.demo);
    await world.change('apps', APPS.demo, { items: [...items, { id: 'gender', state: 'optional', purpose: '추천' }] });
    const mend = async (scope: string) => (await whyOf(world, await begin(world, APPS.demo, { scope }))).mend;
    assert.equal(await mend('gender'), `/business/apps/${APPS.demo}/application`);
    assert.equal(await mend('gender,name'), `/developers/apps/${APPS.demo}#items`);
    assert.equal(await mend('name'), `/developers/apps/${APPS.demo}#items`);
  });

  it('of a channel leads to where profiles are connected', async () => {
    const page = await begin(world, APPS.demo, { channel_public_id: '_xpEvt' });
    assert.equal((await whyOf(world, page)).mend, `/business/connections/new/${APPS.demo}`);
  });

  it('shows no markup that came with the request', async () => {
    const page = await begin(world, APPS.demo, { redirect_uri: 'https://x.example/<script>alert(1)</script>' });
    const { html } = await whyOf(world, page);
    for (const text of [page.html, html]) assert.doesNotMatch(text, /<script>alert/);
  });
});

describeHouse('why · a refused token request', (world) => {
  const demo = async (fields: Record<string, string | undefined>) => {
    const { key, secret } = await world.key(APPS.demo);
    return token(world, {
      grant_type: 'authorization_code',
      client_id: key,
      client_secret: secret.value,
      redirect_uri: CALLBACK,
      ...fields,
    });
  };
  const newCode = async () => (await goThrough(world, { app: APPS.demo, as: 'new' })).query.code!;

  it('keeps Kakao’s body as it is: the way to the page is a header', async () => {
    const answer = await demo({ code: 'unknown' });
    assert.deepEqual(Object.keys(answer.body as object), ['error', 'error_description', 'error_code']);
    assert.match(answer.headers['x-kakao-sync-why']!, /^\/_sim\/why\/[0-9A-Z]+$/);
  });

  it('tells a code that was used twice from one that is too old and one that never was', async () => {
    const code = await newCode();
    await demo({ code });
    assert.match((await whyOf(world, await demo({ code }))).hints!, /이미 한 번 사용한 코드/);
    const late = (await goThrough(world, { app: APPS.demo, as: 'han' })).query.code!;
    world.clock.advance(11 * 60 * 1000);
    assert.match((await whyOf(world, await demo({ code: late }))).hints!, /10분이 지난/);
    assert.match((await whyOf(world, await demo({ code: 'never' }))).hints!, /발급하지 않았거나/);
  });

  it('shows the redirect URI that the code went to', async () => {
    const why = await whyOf(world, await demo({ code: await newCode(), redirect_uri: 'http://localhost:3000/oauth/' }));
    assert.equal(why.code, 'KOE303');
    assert.match(why.html, /인가 요청의 redirect_uri/);
    assert.match(why.hints!, /끝의 슬래시/);
    assert.equal(why.mend, undefined);
  });

  it('says that HTTP Basic is not read', async () => {
    const { key, secret } = await world.key(APPS.demo);
    const answer = await supertest(world.url)
      .post('/oauth/token')
      .auth(key, secret.value)
      .type('form')
      .send('grant_type=authorization_code');
    assert.match((await whyOf(world, answer)).hints!, /Authorization: Basic/);
  });

  it('tells a wrong secret from a missing one', async () => {
    assert.match((await whyOf(world, await demo({ code: 'x', client_secret: 'wrong' }))).hints!, /다릅니다/);
    assert.match((await whyOf(world, await demo({ code: 'x', client_secret: undefined }))).hints!, /보내지 않았습니다/);
  });

  it('keeps no secret, and no code that may still be good', async () => {
    const code = await newCode();
    const { secret } = await world.key(APPS.demo);
    const wrong = await demo({ code, code_verifier: 'v'.repeat(43), client_secret: `${secret.value}!` });
    const other = await demo({ code: `${code}x` });
    for (const answer of [wrong, other]) {
      const { html } = await whyOf(world, answer);
      assert.ok(!html.includes(secret.value));
      assert.ok(!html.includes(code));
    }
  });
});

describeHouse('why · a redirect with an error', (world) => {
  it('of prompt=none names what the screen would have asked for', async () => {
    const visitor = world.visitor();
    await goThrough(world, { app: APPS.demo, as: 'new', visitor });
    const page = await begin(world, APPS.ellaBongBong, { prompt: 'none' }, visitor);
    assert.equal(page.query.error, 'consent_required');
    const why = await whyOf(world, page);
    assert.equal(why.code, 'consent_required');
    assert.match(why.html, /동의가 필요한 항목과 약관/);
  });

  it('is not kept when the person pressed 취소', async () => {
    const page = await begin(world, APPS.demo);
    const visitor = world.visitor();
    const consent = await visitor.submit(await begin(world, APPS.demo, {}, visitor), { persona: 'new' });
    const back = await visitor.submit(consent, { decision: 'cancel' });
    assert.equal(back.query.error, 'access_denied');
    assert.equal(back.headers['x-kakao-sync-why'], undefined);
    assert.equal(page.headers['x-kakao-sync-why'], undefined);
  });
});
