/** Callbacks in a second, against a loop that posts the same to the same receiver and remembers nothing. */
import type { DelivererRequest, DelivererOptions } from './deliverer.ts';
import type { Figure } from './figure.ts';
import { compare, inTurns } from './measure.ts';
import { startHelper } from './processes.ts';
import type { ReceiverFacts, ReceiverRequest } from './receiver.ts';
import { startDriver } from './signups.ts';

/** Lanes of one endpoint that are sent at once, as webhooks/ does unless told otherwise. */
const AT_ONCE = 32;

export const deliveries: Figure = {
  says: 'deliveries per second, each written down before and after ÷ a plain POST loop',
  async measure(bench) {
    const { isQuick, progress, closing, nodeFlags } = bench;
    const [count, rounds] = isQuick ? [100, 3] : [1000, 9];
    const receiver = closing(await startHelper<ReceiverFacts, ReceiverRequest>('receiver.ts'));
    const { url } = receiver.facts;
    const options: DelivererOptions = { folder: bench.folder(), url };
    const ours = closing(await startHelper<object, DelivererRequest>('deliverer.ts', options, nodeFlags));
    const driver = await startDriver(bench);
    const send = async (sending: () => Promise<unknown>): Promise<number> => {
      const [rate] = await Promise.all([receiver.ask<number>(count), sending()]);
      return rate;
    };
    const loop = (isApart: boolean) => () => send(() => driver.ask({ does: 'post', url, count, atOnce: AT_ONCE, isApart }));
    const rates = await inTurns(
      rounds,
      {
        async ours() {
          await ours.ask(count);
          return send(() => ours.ask('send'));
        },
        loop: loop(false),
        apart: loop(true),
      },
      progress,
    );
    return [
      compare({
        says: 'deliveries, embedded engine (a folder) ÷ plain loop of fetch',
        unit: 'callbacks/s',
        ours: rates.ours,
        other: rates.loop,
        limit: { of: 'ratio', atLeast: 0.6 },
      }),
      compare({
        says: 'deliveries, over connections that are kept ÷ the loop with a connection for each',
        unit: 'callbacks/s',
        ours: rates.ours,
        other: rates.apart,
      }),
    ];
  },
};
