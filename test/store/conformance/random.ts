import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ALL, tables, type Delivery, type Page, type Reader, type Store } from '../../../src/store/index.ts';
import { delivery } from '../../helpers/store.ts';
import type { Subject } from '../conformance.ts';

type Model = Map<string, Delivery>;
type Write = { readonly id: string; readonly row: Delivery | null };
type Action = { readonly unit: readonly Write[]; readonly fails: boolean } | 'reopen';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const LANES = ['x', 'y', ALL];
const QUESTIONS = [
  ['all', ALL],
  ['app', '1'],
  ['app', '2'],
  ...[...LANES, 'nobody'].map((lane) => ['pending', `1:channel ${lane}`] as const),
] as const;
const PAGES: (Page | undefined)[] = [undefined, { limit: 2 }, { limit: 2, before: 'd' }, { limit: 9, before: 'cc' }, { limit: 0 }];

/** Any sequence of units of work, good and failing, with restarts in between, leaves what plain maps would hold. */
export function random(open: () => Promise<Subject>): void {
  it('after any sequence of units of work, and inside of each', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 12 }), async (actions) => {
        const subject = await open();
        try {
          await play(subject, actions);
        } finally {
          await subject.end();
        }
      }),
      { numRuns: Number(process.env['KAKAO_SYNC_TEST_RUNS'] ?? 60) },
    );
  }).timeout(120_000);
}

const write: fc.Arbitrary<Write> = fc
  .record({
    id: fc.constantFrom(...IDS),
    removed: fc.boolean(),
    lane: fc.constantFrom(...LANES),
    appId: fc.constantFrom('1', '2'),
    state: fc.constantFrom('pending' as const, 'parked' as const),
    body: fc.string({ unit: 'grapheme' }),
  })
  .map(({ id, removed, ...over }) => ({ id, row: removed ? null : delivery(id, over) }));
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ unit: fc.array(write, { maxLength: 6 }), fails: fc.nat(4).map((n) => n === 0) }) },
  { weight: 1, arbitrary: fc.constant('reopen' as const) },
);

async function play(subject: Subject, actions: readonly Action[]): Promise<void> {
  let store = subject.store;
  let model: Model = new Map();
  for (const one of actions) {
    if (one === 'reopen') store = (await subject.reopen?.()) ?? store;
    else model = await playUnit(store, model, one);
    await agree(store, model);
  }
}

async function playUnit(store: Store, model: Model, { unit, fails }: Exclude<Action, string>): Promise<Model> {
  const draft = new Map(model);
  const written = store.write(async (tx) => {
    for (const { id, row } of unit) {
      if (row) tx.put('deliveries', row);
      else tx.remove('deliveries', id);
      if (row) draft.set(id, row);
      else draft.delete(id);
      await agree(tx, draft);
    }
    if (fails) throw new Error('as planned');
  });
  if (!fails) return written.then(() => draft);
  await assert.rejects(written, /as planned/);
  return model;
}

async function agree(reader: Reader, model: Model): Promise<void> {
  for (const id of IDS) assert.deepEqual(await reader.get('deliveries', id), model.get(id));
  for (const [index, value] of QUESTIONS) {
    for (const page of PAGES) {
      assert.deepEqual(await reader.find('deliveries', index, value, page), expected(model, index, value, page));
    }
  }
}

function expected(model: Model, index: keyof typeof tables.deliveries, value: string, page?: Page): Delivery[] {
  const rows = [...model.values()]
    .filter((row) => [tables.deliveries[index](row as never)].flat().includes(value))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (!page) return rows;
  return rows
    .reverse()
    .filter((row) => page.before === undefined || row.id < page.before)
    .slice(0, page.limit);
}
