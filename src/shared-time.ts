/** One house for several instances: whoever moves its clock writes it down, and the others look before they answer. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from './clock.ts';
import type { House } from './house.ts';
import { keptTime } from './store/index.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

/**
 * The same answers, each in the time that was kept when its request came, and sparing the store what it has been asked for it already.
 * A store that fails is left for the answer to tell.
 */
export function inTime(house: House, answer: Answer): Answer {
  const during = house.store.memory?.during ?? ((work) => work());
  return (request, response) =>
    during(async () => {
      await follow(house).catch(() => undefined);
      return answer(request, response);
    });
}

/** For what happens without a request: follows as soon as it hears of it. Returns the way to stop. */
export function followTime(house: House, report: (error: unknown) => void): () => void {
  return house.store.watch('clocks', () => void follow(house).catch(report));
}

async function follow({ store, clock }: Pick<House, 'store' | 'clock'>): Promise<void> {
  const kept = await keptTime(store);
  if (!isSame(kept, clock.standing())) clock.become(kept);
}

function isSame(a: ReturnType<Clock['standing']>, b: ReturnType<Clock['standing']>): boolean {
  return a.offset === b.offset && a.frozenAt === b.frozenAt;
}
