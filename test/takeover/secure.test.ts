/** HTTPS beside HTTP, and Kakao's own names in everything that partners are told. */
import assert from 'node:assert/strict';
import { decodeJwt } from 'jose';
import { createSimulator } from '../../src/index.ts';
import { askSecurely } from './asking.ts';

interface Configuration {
  issuer: string;
  userinfo_endpoint: string;
  jwks_uri: string;
}

describe('takeover · HTTPS', () => {
  it('answers by HTTPS and by HTTP, and tells partners the HTTPS address', async () => {
    await using simulator = await createSimulator({ https: true });
    const { url, ca, caFile } = simulator.https!;
    assert.match(url, /^https:\/\/localhost:\d+$/);
    assert.equal(caFile, null);
    const port = Number(new URL(url).port);
    const said = JSON.parse((await askSecurely('localhost', port, '/.well-known/openid-configuration', ca)).body) as Configuration;
    assert.deepEqual([said.issuer, said.userinfo_endpoint], [url, `${url}/v1/oidc/userinfo`]);
    assert.deepEqual(await (await fetch(`${simulator.url}/.well-known/openid-configuration`)).json(), said);
    const { status } = await askSecurely('localhost', port, '/talk', ca);
    assert.equal(status, 200);
  });

  it('is not there unless it is asked for', async () => {
    await using simulator = await createSimulator();
    assert.equal(simulator.https, null);
  });

  it('tells Kakao’s own addresses where it stands in for Kakao', async () => {
    await using simulator = await createSimulator({ kakaoHosts: true });
    const { url, ca } = simulator.https!;
    const ask = (host: string, path: string) => askSecurely(host, Number(new URL(url).port), path, ca);
    const said = JSON.parse((await ask('kauth.kakao.com', '/.well-known/openid-configuration')).body) as Configuration;
    assert.deepEqual(
      [said.issuer, said.userinfo_endpoint, said.jwks_uri],
      ['https://kauth.kakao.com', 'https://kapi.kakao.com/v1/oidc/userinfo', 'https://kauth.kakao.com/.well-known/jwks.json'],
    );
    const events = JSON.parse((await ask('kauth.kakao.com', '/.well-known/sse-configuration')).body) as Configuration;
    assert.equal(events.issuer, 'https://kauth.kakao.com');

    const control = async (target: string, body: object) => {
      const [method = '', path = ''] = target.split(' ');
      const headers = { 'Content-Type': 'application/json' };
      const response = await fetch(`${simulator.url}/_sim/api${path}`, { method, headers, body: JSON.stringify(body) });
      return (await response.json()) as { body: string };
    };
    await control('PUT /apps/1000001/callbacks/account/inbox', {});
    const sent = await control('POST /deliveries', { event: 'account.user-unlinked', app: '1000001', user: 'returning' });
    assert.equal(decodeJwt(sent.body).iss, 'https://kauth.kakao.com');
  });
});
