import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { documentAdapter, type Document } from '../../../src/store/lowdb/document.ts';
import { createTables, only } from '../../../src/store/memory/table.ts';
import { delivery, useFolder } from '../../helpers/store.ts';

describe('store · lowdb · a document that is written anew', () => {
  const folder = useFolder();
  const document = (...ids: string[]): Document => {
    const { deliveries } = createTables();
    for (const id of ids) deliveries.load(delivery(id));
    return { generation: 2, tables: { deliveries } };
  };
  /** An adapter that notes what it does; `settled` is what its journal does. */
  const adapter = (order: string[], settled: () => Promise<void>) =>
    documentAdapter({
      file: join(folder(), 'state.json'),
      tables: only(createTables(), ['deliveries']),
      now: () => 0,
      settled,
      step: (name) => void order.push(name),
    });

  it('replaces the old one only when the journal holds all that it shows', async () => {
    const order: string[] = [];
    await adapter(order, async () => void order.push('settled')).write(document('d1'));
    const expected = ['document:create', 'document:write', 'document:sync', 'settled', 'document:replace', 'folder:sync'];
    assert.deepEqual(order, expected);
  });

  it('leaves the old one, and nothing else, when the journal fails', async () => {
    await adapter([], async () => undefined).write(document('d1'));
    const before = readFileSync(join(folder(), 'state.json'), 'utf8');
    const failing = adapter([], () => Promise.reject(new Error('no space left')));
    await assert.rejects(failing.write(document('d1', 'd2')), /no space left/);
    assert.equal(readFileSync(join(folder(), 'state.json'), 'utf8'), before);
    assert.deepEqual(readdirSync(folder()), ['state.json']);
  });

  it('is written in slices, and other work runs in between', async () => {
    const order: string[] = [];
    const many = document(...Array.from({ length: 3000 }, (_, at) => `d${at}`));
    let beats = 0;
    const heart = setInterval(() => (beats += 1), 0);
    await adapter(order, async () => undefined).write(many);
    clearInterval(heart);
    assert.ok(order.filter((name) => name === 'document:write').length > 5);
    assert.ok(beats > 0, 'a timer ran meanwhile');
  });

  it('may be added to and taken from while it is written, and shows each row once', async () => {
    const written = document(...Array.from({ length: 3000 }, (_, at) => `d${at}`));
    const { rows } = written.tables.deliveries!;
    const read = only(createTables(), ['deliveries']);
    let slices = 0;
    const busy = documentAdapter({
      file: join(folder(), 'state.json'),
      tables: read,
      now: () => 0,
      settled: async () => undefined,
      step(name) {
        if (name !== 'document:write') return;
        rows.remove(`d${slices}`);
        rows.put(`d${slices}`, delivery(`d${slices}`)); // now the last of them
        rows.put(`new-${slices}`, delivery(`new-${slices}`));
        slices += 1;
      },
    });
    await busy.write(written);
    await busy.read();
    assert.equal(read.deliveries?.rows.size, 3000);
  });
});
