/** What a delivery costs: the same however many there were before it. */
import assert from 'node:assert/strict';
import type { Store } from '../../src/store/index.ts';
import { openMemory } from '../../src/store/memory/open.ts';
import { delivery } from '../helpers/store.ts';
import { openPost, PATIENT } from './post.ts';

describe('webhooks · what a delivery costs', () => {
  /** How many rows are read for a listing with two filters, or to send one delivery, after so many others. */
  async function rowsRead(history: number): Promise<{ sending: number; listing: number }> {
    const memory = await openMemory();
    let rows = 0;
    const find: Store['find'] = async (...question) => {
      const found = await memory.find(...question);
      rows += found.length;
      return found;
    };
    const post = await openPost({ deadlineMs: PATIENT, store: { ...memory, find } });
    await memory.write(async (tx) => {
      for (let at = 0; at < history; at += 1) {
        const state = at % 2 === 0 ? 'delivered' : 'parked';
        tx.put('deliveries', delivery(`0${String(at).padStart(6, '0')}`, { state, lane: '1:01-han:_a' }));
      }
    });
    const id = await post.drop({ lane: '1:01-han:_a' });
    await post.webhooks.settled();
    const sending = rows;
    const [newest] = await post.webhooks.recent({ limit: 1 }, { appId: '1', accountId: '01-han', state: 'delivered' });
    assert.equal(newest?.id, id);
    await post.close();
    return { sending, listing: rows - sending };
  }

  it('reads as many rows after 20,000 as after none', async () => {
    const [none, many] = [await rowsRead(0), await rowsRead(20_000)];
    // The worker may look once more or less, as its timers have it: a few rows, not thousands.
    assert.ok(many.sending <= none.sending + 20, `${none.sending} rows, then ${many.sending}`);
    assert.equal(many.listing, none.listing);
  });
});
