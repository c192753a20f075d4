import assert from 'node:assert/strict';
import { Webhook } from 'standardwebhooks';
import supertest from 'supertest';
import { ADMIN_KEY, loggedIn, openStreet, type Street, SYNC_SECRET, USER } from './street.ts';

const added = `{"event":"added","id":"${USER}","id_type":"app_user_id","channel_public_id":"_bOri","channel_uuid":"@데모상점","updated_at":"2026-01-05T02:10:12Z"}`;
const signedUp = `{"type":"sync.signed_up","timestamp":"2026-01-05T02:10:12Z","data":{"id":${USER}}}`;

describe('the demo partner · callbacks', () => {
  let street: Street;
  let browser: ReturnType<Street['browser']>;
  beforeEach(async () => {
    street = await openStreet();
    browser = street.browser();
    await loggedIn(browser);
  });
  afterEach(() => street.close());

  const channel = (body: string, headers: Record<string, string> = {}) =>
    supertest(street.url)
      .post('/callbacks/channel')
      .set({ authorization: `KakaoAK ${ADMIN_KEY}`, 'content-type': 'application/json', 'x-kakao-resource-id': 'r1', ...headers })
      .send(body);

  const sync = (body: string, headers: Record<string, string> = {}) => {
    const now = new Date();
    const signature = new Webhook(SYNC_SECRET).sign('msg_1', now, body);
    const signed = { 'webhook-id': 'msg_1', 'webhook-timestamp': String(Math.floor(now.getTime() / 1000)), 'webhook-signature': signature };
    return supertest(street.url)
      .post('/callbacks/sync')
      .set({ 'content-type': 'application/json', ...signed, ...headers })
      .send(body);
  };

  const page = async () => (await browser.get('/welcome').expect(200)).text;
  const items = (html: string) => html.split('data-testid="partner-callback"').slice(1);

  it('takes a Plus Friend callback and shows it with the key masked', async () => {
    await channel(added).expect(200, '');
    const [item = ''] = items(await page());
    assert.match(item, /검증됨/);
    assert.match(item, new RegExp(`id&#34;: &#34;${USER}&#34;`));
    assert.match(item, /2026-01-05T02:10:13Z/);
    assert.match(item, /authorization: KakaoAK adad…\(32\)/);
    assert.equal(item.includes(ADMIN_KEY), false);
  });

  it('records a callback with a wrong key as unverified and answers 401', async () => {
    for (const authorization of [`KakaoAK ${'0'.repeat(32)}`, `Bearer ${ADMIN_KEY}`, 'KakaoAK', '']) {
      await channel(added, { authorization }).expect(401);
    }
    const found = items(await page());
    assert.equal(found.length, 4);
    for (const item of found) assert.match(item, /검증 실패/);
  });

  it('de-duplicates on the resource id, and counts', async () => {
    for (const _ of [1, 2, 3]) await channel(added).expect(200);
    await channel(added, { 'x-kakao-resource-id': 'r2' }).expect(200);
    const found = items(await page());
    assert.equal(found.length, 2);
    assert.match(found[1] ?? '', /3회 수신/);
  });

  it('does not let an unverified callback take the place of a real one', async () => {
    await channel(added, { authorization: 'KakaoAK wrong' }).expect(401);
    await channel(added).expect(200);
    const found = items(await page());
    assert.equal(found.length, 2);
    assert.match(found[0] ?? '', /검증됨/);
  });

  it('takes a signed sync callback with 204, twice as one', async () => {
    await sync(signedUp).expect(204);
    await sync(signedUp).expect(204);
    const found = items(await page());
    assert.equal(found.length, 1);
    assert.match(found[0] ?? '', new RegExp(`싱크 콜백[^]*2회 수신[^]*&#34;id&#34;: ${USER}\\b`));
  });

  it('answers 401 to a sync callback whose signature does not fit', async () => {
    await sync(signedUp, { 'webhook-signature': 'v1,bm90IGl0' }).expect(401);
    await sync(signedUp, { 'webhook-timestamp': '1' }).expect(401);
    await supertest(street.url).post('/callbacks/sync').send(signedUp).expect(401);
    for (const item of items(await page())) assert.match(item, /검증 실패/);
  });

  it('believes no sync callback without a secret', async () => {
    const poor = await openStreet('');
    await supertest(poor.url).post('/callbacks/sync').send(signedUp).expect(401);
    await poor.close();
  });

  it('answers 400 to what is no JSON object and 413 to what is too long', async () => {
    await channel('[1]').expect(400);
    await channel('not JSON', { 'x-kakao-resource-id': 'r2' }).expect(400);
    await channel(JSON.stringify({ id: 'x'.repeat(40_000) })).expect(413);
    assert.deepEqual(street.reported, []);
  });

  it('shows a person their own callbacks and those that name nobody', async () => {
    await channel(added.replace(USER, '4000000000000000000')).expect(200);
    await channel(added.replace(USER, 'opaque').replace('app_user_id', 'open_id'), { 'x-kakao-resource-id': 'r2' }).expect(200);
    const found = items(await page());
    assert.equal(found.length, 1);
    assert.match(found[0] ?? '', /회원번호 없음/);
  });

  it('needs no browser origin', async () => {
    await channel(added, { origin: 'https://elsewhere.example.test' }).expect(200);
  });

  it('keeps a bounded number, and the real ones when others flood it', async () => {
    await channel(added).expect(200);
    for (let number = 0; number < 105; number += 1) await channel(added, { authorization: 'KakaoAK wrong' }).expect(401);
    const found = items(await page());
    assert.equal(found.length, 101);
    assert.match(found.at(-1) ?? '', /검증됨/);
  });
});
