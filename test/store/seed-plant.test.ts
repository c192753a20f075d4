/** From the shipped seed to rows. */
import assert from 'node:assert/strict';
import type { z } from 'zod';
import { accountEvents, itemIds } from '../../src/apps/index.ts';
import { DAY } from '../../src/clock.ts';
import { shapes } from '../../src/store/schema.ts';
import { openMemory } from '../../src/store/memory/open.ts';
import { plant } from '../../src/store/seed.ts';
import { ACCOUNT_EVENTS, AGE_CHECK, CONSENT_ITEMS } from '../../src/store/seed/vocabulary.ts';
import type { Tx } from '../../src/store/store.ts';
import { AGE_CHECK_TAG } from '../../src/terms/index.ts';
import { NOW, seed } from '../helpers/world.ts';

describe('the shipped seed', () => {
  it('is planted as rows that all fit the schema, each id once', async () => {
    const written: [keyof typeof shapes, unknown][] = [];
    const recording = (tx: Tx): Tx => ({
      ...tx,
      put(table, row) {
        written.push([table, row]);
        tx.put(table, row);
      },
    });
    const memory = await openMemory();
    await plant({ ...memory, write: (work) => memory.write((tx) => work(recording(tx))) }, seed, NOW);
    await memory.close();

    for (const [table, row] of written) assert.deepEqual((shapes[table] as z.ZodType).parse(row), row, table);
    const ids = written.map(([table, row]) => `${table} ${(row as { id: string }).id}`);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('gives a preregistered user a day from the consent on', async () => {
    const memory = await openMemory();
    const [link] = seed.links;
    const connectedAt = NOW - DAY / 2;
    await plant(memory, { ...seed, links: [{ ...link!, state: 'preregistered', connectedAt, bySync: true }] }, NOW);
    const row = await memory.get('links', `${link!.appId}:${link!.accountId}`);
    assert.deepEqual([row?.connectedAt, row?.synchedAt, row?.registerBy], [connectedAt, connectedAt, connectedAt + DAY]);
    await memory.close();
  });

  it('uses the words of the rooms for consent items and the age check', () => {
    assert.deepEqual([...CONSENT_ITEMS], [...itemIds]);
    assert.equal(AGE_CHECK, AGE_CHECK_TAG);
    assert.deepEqual(
      ACCOUNT_EVENTS,
      accountEvents.map(({ name }) => name),
    );
  });
});
