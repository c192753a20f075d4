/** Tokens in an app without 자동 연결 (reference 5.9): a user who agreed and is yet to be registered gets them, an unlinked one does not. */
import assert from 'node:assert/strict';
import type { Link } from '../../src/consent/index.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { agreement, redeem } from '../helpers/login.ts';
import { actionIn, authorizePath, browserOf, follow, post } from './helpers.ts';

describeHouse('oauth · a person who agreed', (world) => {
  for (const state of ['linked', 'preregistered'] as const) {
    it(`and is ${state} gets a code and tokens`, async () => {
      const back = await afterConsent(world, state);
      const code = new URL(back).searchParams.get('code');
      assert.ok((await redeem(world, APPS.demo, code!)).refresh_token);
    });
  }

  it('and was unlinked before the way back is asked again', async () => {
    assert.match(await afterConsent(world, 'unlinked'), /\/oauth\/consent\//);
  });
});

/** Where a person is sent who agreed to everything and whose link is then in this state. */
async function afterConsent(world: World, state: Link['state']): Promise<string> {
  const browser = browserOf(world);
  const login = await follow(world, browser, await authorizePath(world, APPS.demo));
  const signedIn = await post(world, browser, actionIn(login), { persona: 'han' });
  const consent = await follow(world, browser, pathOf(world, signedIn.headers['location']));
  const agreed = await post(world, browser, actionIn(consent), agreement({ html: consent.text } as never, 'all'));
  await world.change('links', `${APPS.demo}:01-han`, { state });
  return (await browser.get(pathOf(world, agreed.headers['location']))).headers['location']!;
}

function pathOf({ url }: World, location: string | undefined): string {
  return location!.replace(url, '');
}
