import assert from 'node:assert/strict';
import { createSimulator, type Simulator } from '../../../src/index.ts';
import { type Service, startService } from '../service.ts';

describe('로그인', () => {
  let kakao: Simulator;
  let service: Service;

  beforeEach(async () => {
    [kakao, service] = await Promise.all([createSimulator(), startService()]);
    const app = await kakao.apps.create({ redirectUris: [service.callback] });
    service.configure({ kakao: kakao.url, ...app });
  });
  afterEach(async () => {
    await kakao.close();
    await service[Symbol.asyncDispose]();
  });

  const login = async (agree: 'all' | 'cancel') => {
    const { headers } = await fetch(`${service.url}/login`, { redirect: 'manual' });
    const back = await kakao.login(headers.get('location')!, { as: 'han', agree });
    return (await fetch(back)).text();
  };

  it('greets who has agreed', async () => {
    assert.match(await login('all'), /한가람님, 안녕하세요/);
    assert.equal((await kakao.journeys.waitFor({ user: 'han', state: 'done' })).errors.length, 0);
  });

  it('bears it when somebody presses 취소, or Kakao fails', async () => {
    assert.match(await login('cancel'), /access_denied/);
    await kakao.fail({ on: 'token', with: 'KOE320' });
    assert.match(await login('all'), /카카오가 응답하지 않습니다: 400/);
  });

  it('knows when its tokens are over', async () => {
    const app = await kakao.apps.create();
    const { tokens } = await kakao.signUp({ app, account: 'han' });
    await kakao.clock.advance('6h');
    const me = await fetch(`${kakao.url}/v2/user/me`, { headers: { authorization: `Bearer ${tokens!.access_token}` } });
    assert.equal(me.status, 401);
  });
});
