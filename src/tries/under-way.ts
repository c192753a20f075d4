/** Tries that are under way in this process: each may fail, so no more are let in at once than may fail yet. The others wait, in order. */

export interface UnderWay {
  /**
   * Resolves once one more may be under way.
   * @param left resolves with how many more may fail; asked anew whenever one has ended. What it throws is thrown on
   */
  enter(key: string, left: () => Promise<number>): Promise<void>;
  /** One that was let in has ended, and its failure was counted. */
  leave(key: string): void;
}

interface Queue {
  running: number;
  waiting: number;
  turn: Promise<void>;
  ended: PromiseWithResolvers<void>;
}

export function createUnderWay(): UnderWay {
  const queues = new Map<string, Queue>();

  async function admit(queue: Queue, left: () => Promise<number>): Promise<void> {
    for (;;) {
      // Looked at before it is asked: what ends meanwhile was counted, or is taken for running still.
      const { running, ended } = queue;
      if ((await left()) > running) break;
      await ended.promise;
    }
    queue.running += 1;
  }

  function forgetIdle(key: string, { running, waiting }: Queue): void {
    if (running === 0 && waiting === 0) queues.delete(key);
  }

  return {
    async enter(key, left) {
      const queue = queues.get(key) ?? { running: 0, waiting: 0, turn: Promise.resolve(), ended: Promise.withResolvers<void>() };
      queues.set(key, queue);
      queue.waiting += 1;
      const mine = queue.turn.then(() => admit(queue, left));
      queue.turn = mine.catch(() => undefined); // whoever asked is told
      try {
        await mine;
      } finally {
        queue.waiting -= 1;
        forgetIdle(key, queue);
      }
    },
    leave(key) {
      const queue = queues.get(key)!;
      queue.running -= 1;
      queue.ended.resolve();
      queue.ended = Promise.withResolvers();
      forgetIdle(key, queue);
    },
  };
}
