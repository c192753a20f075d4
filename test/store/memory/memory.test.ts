import { openMemory } from '../../../src/store/memory/open.ts';
import { conformance } from '../conformance.ts';
import { embedded } from '../embedded.ts';

conformance('memory', async () => {
  const store = await openMemory();
  return { store, end: () => store.close() };
});
embedded('memory', openMemory);
