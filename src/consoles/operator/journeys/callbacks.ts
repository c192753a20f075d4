/** The callbacks that a journey caused: those of its app and person that were written down while a step was on its way. */
import type { House } from '../../../house.ts';
import type { Journey, JourneyStep } from '../../../journeys/index.ts';
import type { Delivery } from '../../../webhooks/index.ts';

const CHUNK = 100;
/** A person with more callbacks since then has a page of its own to look at. */
const MOST = 1000;

/** By the id of the step. */
export async function callbacksOf(
  { webhooks }: House,
  { appId, accountId, startedAt, lastAt }: Journey,
  steps: readonly JourneyStep[],
): Promise<Map<string, Delivery[]>> {
  const byStep = new Map<string, Delivery[]>();
  if (!appId || !accountId) return byStep;
  let before: string | undefined;
  for (let seen = 0; seen < MOST; seen += CHUNK) {
    const chunk = await webhooks.recent({ limit: CHUNK, before }, { appId, accountId });
    for (const delivery of chunk) {
      const step = delivery.createdAt <= lastAt + 1 && steps.find((each) => isDuring(each, delivery.createdAt));
      if (step) byStep.set(step.id, [delivery, ...(byStep.get(step.id) ?? [])]);
    }
    const last = chunk.at(-1);
    if (!last || chunk.length < CHUNK || last.createdAt < startedAt) break;
    before = last.id;
  }
  return byStep;
}

/** Times of steps are rounded. */
function isDuring({ at, durationMs }: JourneyStep, time: number): boolean {
  return time >= at - 1 && time <= at + durationMs + 1;
}
