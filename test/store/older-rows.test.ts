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
});
