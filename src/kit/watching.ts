/** The library's view on what happens: callbacks and logins, listed and waited for. */
import { z } from 'zod';
import type { House } from '../house.ts';
import { filterOf, filters } from './filters.ts';
import { type JourneyFacts, type JourneyFilter, journeyFilter, journeyOf, journeysAsked, journeyWith, stepsOf } from './journey.ts';
import { read } from './read.ts';
import { NotThere } from './refused.ts';
import { type WithRefs, withoutRefs } from './refs.ts';
import { type AttemptFacts, attemptOf, type DeliveryFacts, deliveryOf } from './shapes.ts';
import { awaitDelivery, awaitJourney, type DeliveryFilter, deliveryFilter, type WaitOptions, waitOptions } from './waits.ts';

const listed = z.strictObject(filters);
const MOST = 1000;

/** All throw InputRefused for a filter that does not fit. */
export function deliveriesOf(house: House) {
  const { webhooks } = house;
  return {
    /** Resolves with the newest delivery that fits, once there is one. Throws NothingCame. */
    async waitFor(filter: WithRefs<DeliveryFilter> = {}, options: WaitOptions = {}): Promise<DeliveryFacts> {
      const { timeout } = read(waitOptions, options);
      return deliveryOf(house, await awaitDelivery(house, read(deliveryFilter, withoutRefs(filter)), timeout));
    },
    /** Newest first, a thousand at most. */
    async list(filter: WithRefs<z.input<typeof listed>> = {}): Promise<DeliveryFacts[]> {
      const found = await webhooks.recent({ limit: MOST }, await filterOf(house, read(listed, withoutRefs(filter))));
      return Promise.all(found.map((each) => deliveryOf(house, each)));
    },
    /** Its attempts, oldest first. Throws NotThere. */
    async attempts({ id }: { id: string }): Promise<AttemptFacts[]> {
      const delivery = await webhooks.delivery(id);
      if (!delivery) throw new NotThere(`there is no delivery ${id}`, { field: 'id' });
      return (await webhooks.attempts(id)).map((each) => attemptOf(each, delivery));
    },
    /** Sends it anew, with the same id and bytes; whether it was. */
    replay: async ({ id }: { id: string }): Promise<boolean> => (await webhooks.replay([id])) > 0,
  };
}

/** All throw InputRefused for a filter that does not fit. */
export function journeysOf(house: House) {
  return {
    /** Resolves with the newest login that fits, once there is one. Throws NothingCame. */
    async waitFor(filter: WithRefs<JourneyFilter> = {}, options: WaitOptions = {}): Promise<JourneyFacts> {
      const { timeout } = read(waitOptions, options);
      return journeyOf(await awaitJourney(house, read(journeyFilter, withoutRefs(filter)), timeout));
    },
    /** Newest first, a thousand at most. */
    async list(filter: WithRefs<JourneyFilter> = {}): Promise<JourneyFacts[]> {
      const asked = await journeysAsked(house, read(journeyFilter, withoutRefs(filter)));
      return (await house.journeys.recent({ limit: MOST }, asked)).map(journeyOf);
    },
    /** Throws NotThere. */
    get: async (id: string): Promise<JourneyFacts> => journeyOf(await journeyWith(house, id)),
    /** Its requests and their answers, oldest first. Throws NotThere. */
    steps: ({ id }: { id: string }) => stepsOf(house, id),
  };
}
