/** A shared simulator that people reach by https, through a proxy that asks by http. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { APPS } from '../helpers/house.ts';
import { cookiesOf, describeShared, HERE, sendForm, signIn } from './shared.ts';

describeShared(
  'gate · behind https',
  (world) => {
    it('makes every cookie Secure, those of the login among them', async () => {
      const signedIn = await signIn(world);
      const console = await sendForm(world, '/account/login', { persona: 'han' }).set('Cookie', cookiesOf(signedIn));
      const { key } = await world.key(APPS.demo);
      const query = new URLSearchParams({ client_id: key, redirect_uri: 'http://localhost:3000/oauth', response_type: 'code', lang: 'ko' });
      const login = await supertest(world.url).get(`/oauth/authorize?${query}`).redirects(0);
      const signedInThere = await supertest(world.url)
        .post(pathOf(login))
        .set(HERE)
        .set('Cookie', cookiesOf(login))
        .type('form')
        .send({ persona: 'han', saveSignedIn: 'on' });
      const resumed = await supertest(world.url)
        .get(pathOf(signedInThere))
        .set('Cookie', `${cookiesOf(login)}; ${cookiesOf(signedInThere)}`)
        .redirects(0);
      const cookies = [signedIn, console, login, signedInThere, resumed].flatMap(
        ({ headers }) => (headers['set-cookie'] ?? []) as unknown as string[],
      );
      assert.ok(cookies.length >= 8, cookies.join('\n'));
      for (const cookie of cookies) assert.match(cookie, /; secure/i);
    });
  },
  { url: 'https://sim.example.com' },
);

function pathOf({ headers }: { headers: Record<string, string> }): string {
  return new URL(headers['location']!, 'https://sim.example.com').pathname;
}
