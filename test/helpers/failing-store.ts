/** A store of which one question is not answered, as with a disk or a database that is gone for a moment. */
import type { World } from './house.ts';

type Question = (...given: never[]) => Promise<unknown>;

/** Asks while the question with this number, from 0 on, fails. `hasFailed` tells whether so many were asked. */
export async function whileFailing<T>({ house: { store } }: World, failing: number, ask: () => Promise<T>) {
  const whole = { ...store };
  let asked = 0;
  const counted =
    (question: Question): Question =>
    (...given) =>
      asked++ === failing ? Promise.reject(new Error('the disk is gone')) : question(...given);
  Object.assign(store, { get: counted(store.get), find: counted(store.find), write: counted(store.write) });
  const answer = await ask().finally(() => Object.assign(store, whole));
  return { answer, hasFailed: asked > failing };
}
