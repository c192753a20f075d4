/** How webhooks are sent. Reference 3.1. */
import assert from 'node:assert/strict';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { openWebhooks } from '../../src/webhooks/index.ts';
import { selfSigned } from '../helpers/certificate.ts';
import { type Answer, answers, openReceiver } from '../helpers/receiver.ts';
import { openPost, type Post } from '../webhooks/post.ts';
import { eachFact, tableOf } from './helpers.ts';

/** Kakao's. Other tests of webhooks set a shorter one. */
const DEADLINE = 3000;

describe('contract · 3.1 · webhooks', () => {
  let post: Post;
  beforeEach(async () => {
    post = await openPost({ deadlineMs: DEADLINE });
  });
  afterEach(() => post.close());

  /** How a delivery to a partner ends that answers so. */
  const verdictOf = async (answer: Answer) => {
    post.receiver.answer(answer);
    return (await post.outcome(await post.drop())).verdict;
  };

  eachFact(
    tableOf('delivering'),
    {
      'a webhook goes to HTTPS with a valid certificate': async () => {
        const { key, cert } = selfSigned();
        const server = createServer({ key, cert }, (_, res) => res.end());
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
        const to = `https://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
        const trusted = getCACertificates('default');
        try {
          assert.equal((await post.outcome(await post.drop({ to }))).verdict, 'tls_failed');
          setDefaultCACertificates([...trusted, cert]);
          assert.equal((await post.outcome(await post.drop({ to }))).verdict, 'delivered');
        } finally {
          setDefaultCACertificates(trusted);
          server.close();
        }
        assert.equal(await verdictOf(answers.status(200)), 'delivered', 'to http on this machine, too');
      },

      'a webhook that is not answered within three seconds has failed': async () => {
        await post.webhooks.stop();
        post.receiver.answer(answers.after(DEADLINE - 1500, answers.status(200)), answers.hang());
        const both = [await post.drop({ lane: 'in time' }), await post.drop({ lane: 'never' })];
        const usual = openWebhooks({ store: post.store, clock: post.clock });
        usual.start();
        await usual.settled();
        const attempts = await Promise.all(both.map(async (id) => (await usual.attempts(id))[0]!));
        assert.deepEqual(new Set(attempts.map(({ verdict }) => verdict)), new Set(['delivered', 'timeout']));
        const { durationMs } = attempts.find(({ verdict }) => verdict === 'timeout')!;
        assert.ok(durationMs >= DEADLINE - 5, String(durationMs));
        await usual.stop();
      },

      'the status decides, the body is ignored, a redirect has failed': async () => {
        assert.equal(await verdictOf(answers.endlessBody()), 'delivered');
        assert.equal(await verdictOf(answers.resetAfterStatus()), 'delivered');
        assert.equal(await verdictOf(answers.status(500)), 'status_500');
        const target = await openReceiver();
        assert.equal(await verdictOf(answers.redirect(target.url)), 'status_302');
        assert.deepEqual(target.received, []);
        await target.close();
      },

      'a webhook that failed is not sent again': async () => {
        assert.equal(await verdictOf(answers.status(503, { 'retry-after': '0' })), 'status_503');
        post.clock.advance(86_400_000);
        assert.equal(await verdictOf(answers.status(200)), 'delivered');
        assert.equal(post.receiver.received.length, 2);
      },

      'a webhook that fails for a month is switched off': async () => {
        for (let i = 0; i < 5; i += 1) assert.equal(await verdictOf(answers.status(500)), 'status_500');
        post.clock.advance(31 * 86_400_000);
        await verdictOf(answers.status(500));
        const { delivery, verdict } = await post.outcome(await post.drop());
        assert.deepEqual([delivery.state, delivery.reason, verdict], ['parked', 'endpoint_disabled', undefined]);
        await post.store.write((tx) => post.webhooks.configure(tx, '1:channel', { state: 'on' }));
        assert.equal(await verdictOf(answers.status(200)), 'delivered');
      },
    },
    {
      'the console has a webhook test': 'consoles/developers/callbacks.test.ts',
    },
  );
});
