/** Faults in a config file: a world that begins with something going wrong. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { createSimulator } from '../../src/index.ts';
import { readConfig, laidOver, configSource } from '../../src/seeds/index.ts';
import { problemsOf, useFolder } from './folder.ts';

const APP = { id: '7', name: 'mine', clientId: 'a'.repeat(32), clientSecret: null, redirectUris: ['http://localhost:3000/oauth'] };

describe('seeds · faults', () => {
  const folder = useFolder();

  it('are met from the beginning, as often as they say, and again after a reset', async () => {
    await using kakao = await createSimulator({ apps: [APP], faults: [{ on: 'token', with: 'KOE010', app: 'mine' }] });
    const redeem = async (clientId: string): Promise<string> => {
      const fields = { grant_type: 'refresh_token', client_id: clientId, refresh_token: 'nobody-has-it' };
      return (await supertest(kakao.url).post('/oauth/token').type('form').send(fields)).body.error_code as string;
    };
    assert.deepEqual([await redeem(APP.clientId), await redeem(APP.clientId)], ['KOE010', 'KOE322']);
    await kakao.reset();
    assert.equal(await redeem(APP.clientId), 'KOE010');
  });

  it('say how late and for whom, by names of the world or of the seed below', async () => {
    const file = folder.write('a.json', { faults: [{ on: 'user/me', ms: '3s', times: null, user: 'han', app: '데모상점' }] });
    const { rows } = await configSource(file, new URL('../../data/seed/world.json', import.meta.url).pathname).read();
    const asked = { on: '/v2/user/me', with: null, after: false, ms: 3000, times: null, appId: '1000001', accountId: '01-han', flow: null };
    assert.deepEqual(rows?.faults, [{ id: '0-config-0000', ...asked }]);
  });

  it('are refused with the place, what was expected, and what there is', async () => {
    const file = folder.write('a.json', {
      faults: [
        { on: 'tokn', with: 'reset' },
        { on: 'token', with: 'KOE999' },
        { on: 'token', with: 'reset', app: 'no', user: 'nobody' },
      ],
    });
    const problems = await problemsOf(readConfig(file).then((config) => laidOver(config, { ...config.world }, 'the config file')));
    assert.deepEqual(
      problems.map((problem) => problem.split(':')[0]),
      ['faults[0].on', 'faults[1].with', 'faults[2].app', 'faults[2].user'],
    );
    assert.match(problems[1]!, /KOE999 does not belong to \/oauth\/token; \/oauth\/token has .*KOE320/);
    const [unknown] = await problemsOf(readConfig(folder.write('b.json', { faults: [{ on: 'token', wiht: 'reset' }] })));
    assert.match(unknown!, /^faults\[0\]\.wiht: is not a key of this place, did you mean `with`\?/);
  });
});
