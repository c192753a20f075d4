/** oidcc-basic-certification-test-plan: requests that must not be answered to whoever is named in them. */
import assert from 'node:assert/strict';
import { CALLBACK } from '../helpers/house.ts';
import { describeParty } from './party.ts';

/** An unsigned request object (RFC 9101). */
const requestObject = (claims: object): string => {
  const [header, body] = [{ alg: 'none' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  return `${header}.${body}.`;
};

describeParty('oidcc-basic-certification-test-plan', ['Kakao', 'plain'], (party) => {
  it('oidcc-ensure-registered-redirect-uri · is a page, and nobody is sent anywhere', async () => {
    for (const uri of ['http://localhost:3000/another', 'https://evil.example/cb']) {
      const { seen, page } = await party.arrive({ redirect_uri: uri });
      assert.deepEqual([seen, page.status, page.headers['location']], [[], 400, undefined]);
      assert.ok(!JSON.stringify(page.headers).includes('evil.example'));
    }
  });
});

describeParty('oidcc-basic-certification-test-plan', ['plain', 'plain, form_post'], (party) => {
  it('oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported · is request_uri_not_supported', async () => {
    const { got } = await party.arrive({ request_uri: 'https://client.example/request.jwt' });
    assert.deepEqual([got['error'], got['state'], got['code']], ['request_uri_not_supported', 'a state', undefined]);
  });

  it('oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported · is request_not_supported', async () => {
    const { got } = await party.arrive({ request: requestObject({ state: 'another state', scope: 'openid profile' }) });
    assert.deepEqual([got['error'], got['state'], got['code']], ['request_not_supported', 'a state', undefined]);
  });

  it('oidcc-ensure-request-object-with-redirect-uri · does not send anybody to the one inside', async () => {
    const inside = 'https://evil.example/cb';
    const { got, page } = await party.arrive({ request: requestObject({ redirect_uri: inside }) });
    assert.equal(got['error'], 'request_not_supported');
    assert.ok(!page.url.href.includes(inside) && !page.html.includes(inside));
    const unregistered = await party.arrive({ redirect_uri: inside, request: requestObject({ redirect_uri: CALLBACK }) });
    assert.deepEqual([unregistered.page.status, unregistered.page.headers['location']], [400, undefined]);
  });
});
