/** What a page of a login must not give away. */
import assert from 'node:assert/strict';
import { maskOf } from '../../../../src/consoles/operator/journeys/mask.ts';
import type { JourneyStep } from '../../../../src/journeys/index.ts';
import { BYTES } from '../../../helpers/exchange.ts';
import { APPS, describeHouse } from '../../../helpers/house.ts';
import { look, type Walked, walk } from './walk.ts';
import type { World } from '../../../helpers/house.ts';

/** Everything of a login that opens something. */
async function secretsOf(world: World, { id, code, tokens }: Walked): Promise<string[]> {
  const app = await world.app(APPS.demo);
  const steps = await world.house.journeys.steps(id);
  const jars = steps.flatMap(({ requestHeaders, responseHeaders }) => [requestHeaders.cookie, responseHeaders['set-cookie']]);
  const cookies = jars.flatMap((jar) => [...(jar ?? '').matchAll(/kakao_sync_[\w.]+=([\w-]{16,})/g)].map(([, value]) => value!));
  assert.ok(cookies.length > 5);
  const { secret } = await world.key(APPS.demo);
  return [code, tokens.access_token, tokens.refresh_token, secret.value, ...app.adminKeys, ...cookies];
}

describeHouse('/_sim/journeys/:id · secrets', (world) => {
  it('no secret of a whole login stands on its page', async () => {
    const walked = await walk(world);
    const html = await look(world, `/_sim/journeys/${walked.id}`);
    for (const secret of await secretsOf(world, walked)) assert.equal(html.includes(secret), false, secret);
    for (const secret of [walked.code, walked.tokens.access_token]) assert.ok(html.includes(`${secret.slice(0, 4)}••••`));
  });

  it('all stand there when they are asked for, and a sentence says so', async () => {
    const walked = await walk(world);
    const html = await look(world, `/_sim/journeys/${walked.id}?show=secrets`);
    for (const secret of [walked.code, walked.tokens.access_token, walked.tokens.refresh_token]) assert.ok(html.includes(secret));
    assert.match(html, /그대로 표시하고 있습니다[\s\S]*다시 가리기/);
  });
});

describe('secrets of a journey', () => {
  const step = (over: Partial<JourneyStep>): JourneyStep => ({
    id: '1',
    journeyId: '1',
    at: 0,
    expiresAt: 1,
    ...BYTES,
    screen: null,
    refusalId: null,
    fault: null,
    ...over,
  });

  for (const [what, text, masked] of [
    ['a short password says nothing of itself', 'loginId=han&password=p4ss', 'loginId=han&password=••••••••'],
    ['a Location', 'http://a/cb?code=0123456789abcdef&state=x', 'http://a/cb?code=0123••••••••&state=x'],
    ['JSON that was cut', '{"access_token":"0123456789abcdef', '{"access_token":"0123••••••••'],
    ['JSON with an escaped quote', '{"id_token":"0123456789\\"abcdef","a":1}', '{"id_token":"0123••••••••","a":1}'],
    ['an error number is no code', '{"code":-402,"msg":"insufficient scopes."}', '{"code":-402,"msg":"insufficient scopes."}'],
    ['a Basic header', 'Basic MDEyMzQ1Njc4OTphYmNkZWY=', 'Basic MDEy••••••••'],
    ['an admin key in any header', 'KakaoAK 0123456789abcdef', 'KakaoAK 0123••••••••'],
  ] as const) {
    it(what, () => assert.equal(maskOf([])(text), masked));
  }

  it('what was a secret once is covered wherever it stands, encoded or not', () => {
    const mask = maskOf([step({ requestBody: 'client_secret=ab%2Fcd%2F0123456789' })]);
    assert.equal(mask('invalid: ab/cd/0123456789, ab%2Fcd%2F0123456789'), 'invalid: ab/c••••••••, ab%2••••••••');
  });
});
