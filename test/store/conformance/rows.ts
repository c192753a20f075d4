import assert from 'node:assert/strict';
import type { Artifact, Store } from '../../../src/store/index.ts';
import { artifact } from '../../helpers/store.ts';
import type { Subject } from '../conformance.ts';

export function rows(subject: () => Subject): void {
  const store = (): Store => subject().store;
  const put = (row: Artifact): Promise<void> => store().write(async (tx) => tx.put('artifacts', row));

  describe('a row', () => {
    it('is frozen all the way down', async () => {
      await put(artifact('a1', { payload: { list: [{ deep: true }] } }));
      const row = (await store().get('artifacts', 'a1')) as unknown as { payload: { list: { deep: boolean }[] } };
      assert.throws(() => Object.assign(row, { model: 'Other' }), TypeError);
      assert.throws(() => row.payload.list.push({ deep: false }), TypeError);
      assert.throws(() => Object.assign(row.payload.list[0] ?? {}, { deep: false }), TypeError);
    });

    it('shares nothing with what was put', async () => {
      const payload = { list: [1] };
      await store().write(async (tx) => {
        tx.put('artifacts', artifact('a1', { payload }));
        payload.list.push(2);
        assert.deepEqual((await tx.get('artifacts', 'a1'))?.payload, { list: [1] });
      });
      payload.list.push(3);
      assert.deepEqual((await store().get('artifacts', 'a1'))?.payload, { list: [1] });
    });

    it('needs an id', async () => {
      await assert.rejects(put({ ...artifact('a1'), id: undefined } as unknown as Artifact), /a row needs an id/);
      await assert.rejects(put(artifact('')), /a row needs an id/);
    });

    const payloads: Record<string, Artifact['payload']> = {
      'text of any language': { ko: '한글 가각힣', emoji: '👩‍👩‍👧‍👦', combining: 'e\u0301', line: 'a\nb\u2028c', quote: '"\\' },
      'numbers as they are': { zero: 0, negative: -1.5, tiny: 5e-324, huge: 1.7976931348623157e308, safe: 9007199254740991 },
      'false, null and empties': { no: false, nothing: null, text: '', list: [], object: {} },
      'keys of any kind': { '': 1, 'a.b': 2, 키: 3, constructor: 4, toString: 5, '0': 6 },
      '64 KB': { text: '가'.repeat(64 * 1024) },
    };
    for (const [what, payload] of Object.entries(payloads)) {
      it(`comes back with ${what}`, async () => {
        await put(artifact('a1', { payload }));
        assert.deepEqual(await store().get('artifacts', 'a1'), artifact('a1', { payload }));
        const again = await subject().reopen?.();
        if (again) assert.deepEqual(await again.get('artifacts', 'a1'), artifact('a1', { payload }));
      });
    }

    it('comes back without the fields that are undefined', async () => {
      await put(artifact('a1', { payload: { kept: 1, left: undefined } }));
      assert.deepEqual((await store().get('artifacts', 'a1'))?.payload, { kept: 1 });
    });
  });
}
