/** KOE codes of the other endpoints of kauth, code by code: one request that brings each, and how it reads. Reference 1.6. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { contract } from '../../src/contract/index.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { open } from '../oauth/logging-out.ts';
import { signUp } from '../helpers/login.ts';
import { eachRow } from './helpers.ts';
import { clientOf, errorsOf, type Fields, refusalIn } from './kauth-walk.ts';

type Told = (world: World) => Promise<string>;

const logout = async (world: World, params: Record<string, string | undefined>) => refusalIn(await open(world, world.visitor(), params));
const agt = async (world: World, fields: Fields, app: string = APPS.demo) =>
  refusalIn(
    await supertest(world.url)
      .post('/api/agt')
      .type('form')
      .send({ ...(await clientOf(world, app)), ...fields }),
  );
const fetchCode = async (world: World, params: Fields) => refusalIn(await supertest(world.url).get('/apiweb/code.json').query(params));
const tokenInfo = async (world: World, fields: Fields) =>
  refusalIn(await supertest(world.url).post('/oauth/tokeninfo').type('form').send(fields));

// prettier-ignore
const cases: Record<string, Record<string, [says: string, told: Told]>> = {
  '/oauth/tokeninfo': {
    KOE400: ['400 invalid_token KOE400 ID token is invalid', (world) => tokenInfo(world, { id_token: 'not-a-token' })],
  },
  '/oauth/logout': {
    KOE001: ['400 잘못된 요청 (KOE001)', async (world) =>
      refusalIn(await world.visitor().open('/oauth/logout?client_id=a&client_id=b'))],
    KOE007: ['400 앱 관리자 설정 오류 (KOE007)', (world) => logout(world, { logout_redirect_uri: 'https://evil.example.com' })],
    KOE101: ['401 앱 관리자 설정 오류 (KOE101)', (world) => logout(world, { client_id: undefined })],
    KOE207: ['400 잘못된 요청 (KOE207)', (world) => logout(world, { logout_redirect_uri: undefined })],
  },
  '/api/agt': {
    KOE101: ['401 invalid_client KOE101 Not exist client_id [x]', (world) => agt(world, { client_id: 'x', access_token: 'y' })],
    KOE114: ['400 invalid_grant KOE114 Application ID mismatch', async (world) =>
      agt(world, { access_token: (await signUp(world, { app: APPS.demo, as: 'han' })).access_token }, APPS.secretOff)],
    KOE400: ['400 invalid_token KOE400 access_token is invalid', (world) => agt(world, { access_token: 'none-such' })],
  },
  '/apiweb/code.json': {
    KOE101: ['401 invalid_client KOE101 Not exist client_id [x]', (world) => fetchCode(world, { client_id: 'x', auth_tran_id: 'a' })],
    KOE207: ['400 invalid_request KOE207 Required parameter is missing: auth_tran_id', async (world) =>
      fetchCode(world, await clientOf(world))],
  },
};

describe('contract · 1.6 · endpoints of kauth', () => {
  it('that speak KOE codes have a table here, or one of their own', () => {
    const speaking = contract.kauth.flatMap(({ name, errors }) => (errors.length > 0 ? [name] : []));
    assert.deepEqual(speaking.toSorted(), ['/oauth/authorize', '/oauth/token', ...Object.keys(cases)].toSorted());
  });
});

for (const [path, codes] of Object.entries(cases)) {
  describeHouse(`contract · 1.6 · ${path}`, (world) => {
    eachRow(errorsOf(path), codes, async ([says, told]) => assert.equal(await told(world), says));
  });
}
