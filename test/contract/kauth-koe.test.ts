/** KOE codes of an authorize request, code by code: one request that brings each, and how it reads. Reference 1.6. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { contract } from '../../src/contract/index.ts';
import { APPS, CALLBACK, describeHouse } from '../helpers/house.ts';
import { begin, loggedIn, shown } from '../oauth/helpers.ts';
import { eachRow, tableOf } from './helpers.ts';
import { errorsOf, type Fields, refusalIn, whileBroken } from './kauth-walk.ts';

const PATH = '/oauth/authorize';

describe('contract · 1.6 · KOE codes', () => {
  it('are all told of an endpoint, where each has its test', () => {
    const told = contract.kauth.flatMap(({ errors }) => errors);
    assert.deepEqual(
      tableOf('koe').rows.filter(({ name, why }) => !why && !told.includes(name)),
      [],
    );
  });
});

describeHouse(`contract · 1.6 · ${PATH}`, (world) => {
  const ask = async (params: Record<string, string | undefined> = {}, app: string = APPS.demo) =>
    refusalIn(await begin(world, app, params));
  const change = (patch: Parameters<typeof world.change<'apps'>>[2]) => world.change('apps', APPS.demo, patch);

  // prettier-ignore
  const cases: Record<string, [says: string, told: () => Promise<string>]> = {
    KOE001: ['400 잘못된 요청 (KOE001)', async () => refusalIn(await world.visitor().open(`${PATH}?client_id=a&client_id=b`))],
    KOE002: [`400 invalid_request KOE002 Wrong URL: POST ${PATH}`, async () => refusalIn(await supertest(world.url).post(PATH))],
    KOE003: ['500 일시적인 오류 (KOE003)', async () => whileBroken(world, async () =>
      refusalIn(await world.visitor().open(`${PATH}?client_id=a`)))],
    KOE004: ['400 앱 관리자 설정 오류 (KOE004)', async () => {
      await change({ loginOn: false });
      return ask();
    }],
    KOE005: ['400 앱 관리자 설정 오류 (KOE005)', async () => {
      await change({ testOf: APPS.current, members: [{ accountId: '02-new', role: 'member' }] });
      return refusalIn(await loggedIn(world, APPS.demo, 'han'));
    }],
    KOE006: ['400 앱 관리자 설정 오류 (KOE006)', () => ask({ redirect_uri: `${CALLBACK}/` })],
    KOE008: ['400 잘못된 요청 (KOE008)', async () => ask({ client_id: (await world.app(APPS.demo)).adminKeys[0]! })],
    KOE101: ['401 앱 관리자 설정 오류 (KOE101)', () => ask({ client_id: 'f'.repeat(32) })],
    KOE102: ['400 앱 관리자 설정 오류 (KOE102)', () => ask({ channel_public_id: '_xpEvt' })],
    KOE125: ['400 앱 관리자 설정 오류 (KOE125)', async () => {
      await change({ suspended: true });
      return ask();
    }],
    KOE201: ['400 잘못된 요청 (KOE201)', () => ask({ response_type: 'id_token' })],
    KOE202: ['400 잘못된 요청 (KOE202)', () => ask({ response_type: 'token' })],
    KOE203: ['422 동의가 필요한 필수 항목이 남아 있습니다. (KOE203) 만 14세 이상입니다.', async () => {
      const visitor = world.visitor();
      const page = await loggedIn(world, APPS.demo, 'han', {}, visitor);
      const ticked: Fields[string][][] = [['items', 'required'], ['term', 'service_20260105'], ['term', 'privacy_20260105']];
      const again = await visitor.submit(page, ticked as [string, string][]);
      return `${again.status} ${shown(again, 'consent-missing')}`;
    }],
    KOE205: ['400 앱 관리자 설정 오류 (KOE205)', () => ask({ scope: 'gender' })],
    KOE207: ['400 잘못된 요청 (KOE207)', () => ask({ redirect_uri: undefined })],
  };

  eachRow(errorsOf(PATH), cases, async ([says, told]) => assert.equal(await told(), says));
});
