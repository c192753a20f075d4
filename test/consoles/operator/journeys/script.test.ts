/** A login as a shell script: read by a shell, and run. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import supertest from 'supertest';
import { APPS, describeHouse, type World } from '../../../helpers/house.ts';
import { goThrough } from '../../../helpers/login.ts';
import { walk } from './walk.ts';

const run = promisify(execFile);

async function scriptOf(world: World, id: string, query = ''): Promise<string> {
  const { body } = await supertest(world.url).get(`/_sim/journeys/${id}.sh${query}`).buffer().parse(asText).expect(200);
  return String(body);
}

const asText = (answer: supertest.Response, done: (error: Error | null, body: string) => void): void => {
  const stream = answer as unknown as NodeJS.ReadableStream;
  let text = '';
  stream.setEncoding('utf8');
  stream.on('data', (piece: string) => (text += piece));
  stream.on('end', () => done(null, text));
};

describeHouse('/_sim/journeys/:id.sh', (world) => {
  it('holds no secret unless asked, and is read by a shell whatever a state says', async () => {
    const { id, code, tokens } = await walk(world, 'han', `'"; $(exit 9) \`exit 9\``);
    const { secret } = await world.key(APPS.demo);
    const masked = await scriptOf(world, id);
    const whole = await scriptOf(world, id, '?show=secrets');
    for (const each of [code, tokens.access_token, secret.value]) {
      assert.equal(masked.includes(each), false);
      assert.equal(whole.split(each).length, 2, 'once, at the top');
    }
    for (const script of [masked, whole]) await run('bash', ['-n', '-c', script]);
  });

  it('stops and names the variable that is not set', async () => {
    const script = await scriptOf(world, (await walk(world)).id);
    await assert.rejects(run('bash', ['-c', script]), ({ stderr }: { stderr: string }) => /CLIENT_SECRET|CODE/.test(stderr));
  });

  it('sends the token request and the API call again with the secrets that it is given', async () => {
    const { id, tokens } = await walk(world);
    const script = await scriptOf(world, id);
    const { query } = await goThrough(world, { app: APPS.demo, as: 'han' });
    const { secret } = await world.key(APPS.demo);
    const env = { ...process.env, CODE: query.code, CLIENT_SECRET: secret.value, ACCESS_TOKEN: tokens.access_token };
    const { stdout } = await run('bash', ['-c', script], { env });
    assert.deepEqual(
      [...stdout.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => status),
      ['303', '200', '200'],
    );
    assert.match(stdout, /"access_token":/);
    assert.match(stdout, /"kakao_account":/);
  });
});
