/** Who may come in to the consoles: first signed in, then with a role. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { describeHouse } from '../../helpers/house.ts';
import { useDoor } from './door.ts';

describeHouse('콘솔 · somebody who is not signed in', (world) => {
  const door = useDoor(world);

  const wayBack = ({ status, headers }: supertest.Response): string | null => {
    assert.equal(status, 303);
    const url = new URL(headers.location!, 'http://localhost');
    assert.equal(url.pathname, '/account/login');
    return url.searchParams.get('continue');
  };
  const send = (path: string, referer?: string) => {
    const request = supertest(door()).post(path).type('form').send('company=a');
    return referer === undefined ? request : request.set('Referer', referer);
  };

  it('signs in first and comes back to the page', async () => {
    assert.equal(wayBack(await supertest(door()).get('/settings?tab=history&lang=en')), '/settings?tab=history&lang=en');
  });

  it('comes back to the page of a form that was sent, and nothing of it is applied', async () => {
    const request = supertest(door()).post('/settings');
    const referer = new URL('/settings?tab=2', request.url).href;
    assert.equal(wayBack(await request.set('Referer', referer).type('form').send('company=a&era=2019')), '/settings?tab=2');
    assert.notEqual((await world.app('1000001')).company, 'a');
  });

  it('comes back to the address of the form where the browser does not say more', async () => {
    assert.equal(wayBack(await send('/settings')), '/settings');
    assert.equal(wayBack(await send('/settings', 'not an address')), '/settings');
  });

  it('never comes back to a page elsewhere', async () => {
    assert.equal(wayBack(await send('/settings', 'https://evil.example/phish')), '/settings');
  });
});

describeHouse('콘솔 · somebody who is signed in', (world) => {
  const door = useDoor(world);
  const open = async (path: string) =>
    supertest(door())
      .get(path)
      .set('Cookie', `kakao_sync_console=${await world.house.accounts.openSession('01-han')}`);

  it('finds nothing where there is no role, as if it were not there', async () => {
    const [stranger, none, nowhere] = [await open('/profiles/stranger'), await open('/profiles/none'), await open('/nowhere')];
    assert.deepEqual([stranger.status, none.status, nowhere.status], [404, 404, 404]);
    assert.match(stranger.text, /주소에 해당하는 화면이 없습니다/);
    const body = ({ text }: supertest.Response): string => text.replaceAll(/lang=\w+|href="[^"]*"/g, '');
    assert.equal(body(stranger), body(none));
    assert.equal(body(stranger), body(nowhere));
  });

  it('is told which role it takes where the own one is not enough', async () => {
    const { status, text } = await open('/profiles/member?lang=en');
    assert.equal(status, 403);
    assert.match(text, /You do not have the role for this/);
    assert.match(text, /It needs: manager or higher/);
  });
});
