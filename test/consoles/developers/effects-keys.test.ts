/** What is changed here changes tokens and calls at once, and an error's explanation leads to exactly that place. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { APPS, CALLBACK, describeHouse } from '../../helpers/house.ts';
import { redeem, signUp, token } from '../../helpers/login.ts';
import { begin, loggedIn, placeOf, shown } from '../../oauth/helpers.ts';
import { whyOf } from '../../why/asking.ts';
import { PARTNER, type Worker, workingAs } from './working.ts';

const APP = APPS.demo;

describeHouse('카카오 디벨로퍼스 · what a change of keys and calls does', (world) => {
  let worker: Worker;
  beforeEach(async () => void (worker = await workingAs(world, PARTNER)));

  const change = async (path: string, changes: Record<string, string | null> = {}) => {
    const answer = await worker.change(APP, path, changes);
    assert.equal(answer.status, 303, answer.text);
    return worker.open(answer.headers['location']!);
  };
  it('a client secret reissued: the old one is KOE010, the new one works', async () => {
    const { key, secret } = await world.key(APP);
    const { refresh_token } = await signUp(world, { app: APP, as: 'han' });
    assert.equal((await worker.confirm(APP, `secrets/${key}/replacement`)).status, 303);
    const refresh = (client_secret: string) => token(world, { grant_type: 'refresh_token', client_id: key, client_secret, refresh_token });
    const refused = await refresh(secret.value);
    assert.equal(refused.body.error_code, 'KOE010');
    assert.equal((await whyOf(world, refused)).mend, `/developers/apps/${APP}#client-secret`);
    assert.equal((await refresh((await world.key(APP)).secret.value)).status, 200);
  });

  it('a client secret OFF: not asked for', async () => {
    const { key } = await world.key(APP);
    await change(`secrets/${key}`);
    const { query } = await loggedIn(world, APP, 'returning');
    const answer = await token(world, { grant_type: 'authorization_code', client_id: key, redirect_uri: CALLBACK, code: query['code'] });
    assert.equal(answer.status, 200);
  });

  it('a key reissued: the old one is KOE101', async () => {
    const { key } = await world.key(APP);
    await worker.confirm(APP, `keys/${key}/replacement`);
    const page = await world.visitor().authorize({ client_id: key, redirect_uri: CALLBACK });
    assert.equal(shown(page, 'error-code'), 'KOE101');
    assert.equal(placeOf(await begin(world, APP)), 'login');
  });

  it('OpenID Connect ON: an ID token', async () => {
    const { query } = await loggedIn(world, APP, 'returning');
    assert.equal((await redeem(world, APP, query['code']!)).id_token, undefined);
    await change('openid-connect');
    const after = await loggedIn(world, APP, 'returning');
    assert.ok((await redeem(world, APP, after.query['code']!)).id_token);
  });

  it('자동 연결 OFF: the person is preregistered', async () => {
    await change('auto-link');
    await signUp(world, { app: APP, as: 'han' });
    assert.equal((await world.house.consent.link(APP, '01-han'))?.state, 'preregistered');
  });

  it('호출 허용 IP 주소: another one is -401', async () => {
    const { access_token } = await signUp(world, { app: APP, as: 'han' });
    await change('lists/allowedIps', { allowedIps: '203.0.113.7' });
    const answer = await supertest(world.url).get('/v2/user/me').set('Authorization', `Bearer ${access_token}`);
    assert.equal(answer.body.code, -401);
    assert.equal((await whyOf(world, answer)).mend, `/developers/apps/${APP}#allowed-ips`);
    await change('lists/allowedIps/removal', { value: '203.0.113.7' });
    assert.equal((await supertest(world.url).get('/v2/user/me').set('Authorization', `Bearer ${access_token}`)).status, 200);
  });

  it('호출 허용 API of an admin key: another one is -3', async () => {
    const [adminKey = ''] = (await world.app(APP)).adminKeys;
    const { text } = await worker.page(APP);
    const [, path = '', slug = ''] = /\/apps\/\d+\/(admin-keys\/([0-9a-f]{12})\/apis)#/.exec(text) ?? [];
    await change(path, { [`apis-${slug}`]: '/v2/user/me' });
    const ids = () => supertest(world.url).get('/v1/user/ids').set('Authorization', `KakaoAK ${adminKey}`);
    const answer = await ids();
    assert.equal(answer.body.code, -3);
    assert.equal((await whyOf(world, answer)).mend, `/developers/apps/${APP}#admin-keys`);
    await change(path, { [`apis-${slug}`]: null });
    assert.equal((await ids()).status, 200);
  });
});
