/** Certificates are verified, unless the endpoint says otherwise. Source: kakao-api 3.1; security 3.3, F28. */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { type CertificateOptions, selfSigned } from '../helpers/certificate.ts';
import { openPost, type Post } from './post.ts';

/** Each is wrong in one way alone: but for the self-signed one, this machine trusts whoever signed them. */
const WRONG: [name: string, certificate: CertificateOptions, isTrusted: boolean][] = [
  ['expired', { until: 2021 }, true],
  ['self-signed', {}, false],
  ['of another name', { address: [127, 0, 0, 9] }, true],
];

describe('webhooks · F28 · certificates', () => {
  const usual = getCACertificates('default');
  let post: Post;
  let server: Server;
  let requests: number;
  beforeEach(async () => {
    post = await openPost({ deadlineMs: 3000 });
    requests = 0;
  });
  afterEach(async () => {
    setDefaultCACertificates(usual);
    server.close();
    await post.close();
  });

  /** Listens with this certificate; resolves with the address. */
  const listen = async (certificate: CertificateOptions, isTrusted: boolean): Promise<string> => {
    const { key, cert } = selfSigned(certificate);
    if (isTrusted) setDefaultCACertificates([...usual, cert]);
    server = createServer({ key, cert }, (_, res) => {
      requests += 1;
      res.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `https://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
  };

  it('a valid one is delivered to', async () => {
    const to = await listen({}, true);
    assert.equal((await post.outcome(await post.drop({ to }))).verdict, 'delivered');
  });

  for (const [name, certificate, isTrusted] of WRONG) {
    it(`one that is ${name} is a failure, and the request is never sent`, async () => {
      const to = await listen(certificate, isTrusted);
      const { delivery, verdict } = await post.outcome(await post.drop({ to }));
      assert.deepEqual([delivery.state, verdict, requests], ['parked', 'tls_failed', 0]);
    });

    it(`one that is ${name} is taken where the endpoint says so`, async () => {
      const to = await listen(certificate, isTrusted);
      assert.equal((await post.outcome(await post.drop({ to, endpoint: { verifyTls: false } }))).verdict, 'delivered');
      assert.equal(requests, 1);
    });
  }
});
