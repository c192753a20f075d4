/** What `init` writes: a config that is right as it is, and an app that a sign-up works with at once. */
import assert from 'node:assert/strict';
import { settings as all } from '../../src/config.ts';
import { createSimulator } from '../../src/index.ts';
import { configSource, readConfig } from '../../src/seeds/index.ts';
import { STARTERS } from '../../src/seeds/starter.ts';
import { agreement } from '../helpers/login.ts';
import { rowsOf, Visitor } from '../helpers/visitor.ts';
import { useFolder } from './folder.ts';

describe('seeds · the starter', () => {
  const folder = useFolder();

  it('says the same in both formats', async () => {
    const [ts, yaml] = await Promise.all(
      Object.entries(STARTERS).map(([format, text]) => readConfig(folder.write(`kakao-sync.config.${format}`, text))),
    );
    assert.deepEqual(ts, yaml);
    assert.deepEqual(ts!.settings, {}, 'settings are comments');
  });

  it('is right where its comments are taken away', async () => {
    const text = STARTERS.yaml.replace(/^( *)# ((?:port|host|memory|seed|callbacks|switches):.*)$/gm, '$1$2');
    const { settings, world } = await readConfig(folder.write('a.yaml', text));
    assert.deepEqual(settings, { port: 5252, host: '127.0.0.1', memory: false, seed: 'none' });
    assert.deepEqual([world.apps[0]?.switches.youngestAgeRange, world.apps[0]?.callbacks.sync?.url], ['0~9', 'http://localhost:3000/sync']);
  });

  it('has an app that kim signs up at: its items, terms and channel are on the screen, and the keys are those that are pinned', async () => {
    const file = folder.write('kakao-sync.config.ts', STARTERS.ts);
    await using kakao = await createSimulator({ seed: configSource(file, all.seed.default) });
    const app = (await kakao.apps.list()).find(({ id }) => id === '2000001')!;
    const visitor = new Visitor(kakao.url);
    const [redirect_uri] = app.redirectUris;
    const login = await visitor.authorize({ client_id: '0a1b2c3d'.repeat(4), redirect_uri });
    const consent = await visitor.submit(login, { persona: 'kim' });
    assert.deepEqual(rowsOf(consent), [
      'items=required',
      'item=phone_number',
      'item=gender',
      'term=service',
      'term=privacy',
      'term=marketing',
      'channel=_xMyShop',
    ]);
    const { code } = (await visitor.submit(consent, agreement(consent, 'all'))).query;
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: app.clientId,
      client_secret: 'my-client-secret',
      redirect_uri: redirect_uri!,
      code: code!,
    });
    const answer = await fetch(`${kakao.url}/oauth/token`, { method: 'POST', body });
    assert.equal(answer.status, 200);
    assert.ok('id_token' in ((await answer.json()) as object));
  });
});
