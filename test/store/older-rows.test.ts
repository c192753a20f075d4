/** Data folders of the first version: their rows lack what was added since, and open with it filled in. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLowdb } from '../../src/store/lowdb/open.ts';
import { useFolder } from '../helpers/store.ts';

const review = {
  id: '0-items:1',
  kind: 'items',
  subject: '1',
  submittedAt: 1,
  submittedBy: '91-owner',
  decision: { outcome: 'approved', reason: null, decidedAt: 2 },
};
const application = { id: '0-items:1', appId: '1', kind: 'items', reviewId: '0-items:1', items: [{ id: 'gender', required: true }] };

const callback = {
  id: 'd1',
  appId: '1',
  endpointId: '1:channel',
  event: 'channel.added',
  lane: '1:01-han:_a',
  url: 'http://127.0.0.1:9/hook',
  headers: {},
  body: '{}',
  state: 'failed',
  createdAt: 1,
};
const attempt = { id: 'a1', deliveryId: 'd1', startedAt: 1, durationMs: 3, status: 500, responseHeaders: {}, verdict: 'status_500' };
const endpoint = { id: '1:channel', appId: '1', kind: 'channel', url: 'http://127.0.0.1:9/hook', secret: null };

describe('store · rows of the first version', () => {
  const folder = useFolder();

  it('open: reviews without parts, applications without evidence, no drafts and no documents', async () => {
    const tables = { reviews: [review], applications: [application] };
    const header = { format: 'kakao-sync-simulator', schemaVersion: 1, generation: 1 };
    writeFileSync(join(folder(), 'state.json'), JSON.stringify({ ...header, tables }));
    const store = await openLowdb({ folder: folder(), now: () => 0 });
    const decision = { ...review.decision, leftOut: [] };
    assert.deepEqual(await store.get('reviews', review.id), { ...review, parts: [], dueAt: null, decision });
    const { terms, evidence, reason } = (await store.get('applications', application.id))!;
    assert.deepEqual([terms, evidence, reason], [[], null, '']);
    await store.close();
  });

  it('open: callbacks that had failed are parked and can be sent anew; their endpoint is on, and as Kakao has it', async () => {
    const header = { format: 'kakao-sync-simulator', schemaVersion: 1, generation: 1 };
    const tables = { endpoints: [endpoint], deliveries: [callback], attempts: [attempt] };
    writeFileSync(join(folder(), 'state.json'), JSON.stringify({ ...header, tables }));
    const store = await openLowdb({ folder: folder(), now: () => 0 });
    const later = { method: 'POST', accepts: '2xx', dueAt: null, replays: 0, tries: 0, reason: null, trouble: null };
    assert.deepEqual(await store.find('deliveries', 'state', 'parked'), [{ ...callback, ...later, state: 'parked' }]);
    const [kept] = await store.find('attempts', 'delivery', 'd1');
    assert.deepEqual([kept?.url, kept?.isReplay, kept?.trouble, kept?.body], [null, false, null, null]);
    const { policy, state, verifyTls, method } = (await store.get('endpoints', endpoint.id))!;
    assert.deepEqual([policy, state, verifyTls, method], ['kakao', 'on', true, 'POST']);
    await store.close();
  });
});
