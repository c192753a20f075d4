/** Deliveries as they come, for who follows them. Their ids sort by creation, so the id of the last one says where to go on. */
import type { House } from '../house.ts';
import type { Delivery } from '../webhooks/index.ts';

const PAGE = 100;

export interface Following {
  /** Id of the last delivery that is known; without one, from now on. */
  after: string | undefined;
  gone: AbortSignal;
}

/** Every delivery after that one, the oldest first, and those to come. A world that begins anew is followed from its beginning. */
export async function* follow({ webhooks }: House, { after, gone }: Following): AsyncIterable<Delivery> {
  // The bell is heard before the first look, so that nothing falls between the two.
  const bell = bellOf(webhooks.watch, gone);
  try {
    let last = after ?? (await webhooks.recent({ limit: 1 }))[0]?.id ?? '';
    while (!gone.aborted) {
      const news = await since(webhooks, last);
      if (gone.aborted) return;
      yield* news;
      last = news.at(-1)?.id ?? last;
      await bell.rung();
    }
  } finally {
    bell.end();
  }
}

async function since(webhooks: House['webhooks'], last: string): Promise<Delivery[]> {
  const news: Delivery[] = [];
  for (let before: string | undefined; ;) {
    const page = await webhooks.recent({ limit: PAGE, before });
    // Ids begin anew with a new world: then the newest is older than what is known.
    const isNewWorld = before === undefined && page[0] !== undefined && page[0].id < last;
    const from = isNewWorld ? '' : last;
    const fresh = page.filter(({ id }) => id > from);
    news.push(...fresh);
    if (fresh.length < page.length || page.length < PAGE) return news.reverse();
    before = page.at(-1)?.id;
  }
}

/** Hears every hint, also one that comes while nobody waits; several are heard as one. */
function bellOf(watch: (listener: () => void) => () => void, gone: AbortSignal) {
  let next = Promise.withResolvers<void>();
  const ring = (): void => next.resolve();
  const unwatch = watch(ring);
  gone.addEventListener('abort', ring);
  return {
    async rung(): Promise<void> {
      await next.promise;
      if (!gone.aborted) next = Promise.withResolvers<void>();
    },
    end(): void {
      unwatch();
      gone.removeEventListener('abort', ring);
    },
  };
}
