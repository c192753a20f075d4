/** A refresh of tokens alone, and user/me alone, against the bare provider's refresh and userinfo. */
import type { Load } from './driver.ts';
import type { Figure } from './figure.ts';
import type { Target } from './flows.ts';
import { compare, inTurns } from './measure.ts';
import { startHelper } from './processes.ts';
import { startDriver, startOurs } from './signups.ts';

export const refresh = alone('refresh', 'token refreshes', 'refresh of tokens ÷ refresh of a bare oidc-provider');
export const user = alone('user', 'answers', 'user/me ÷ userinfo of a bare oidc-provider');

function alone(does: 'refresh' | 'user', what: string, says: string): Figure {
  return {
    says,
    async measure(bench) {
      const { isQuick, progress, closing } = bench;
      const [count, rounds] = isQuick ? [100, 2] : [500, 9];
      const driver = await startDriver(bench);
      const bare = closing(await startHelper<{ target: Target }, never>('bare.ts'));
      const ours = await startOurs(bench, { folder: bench.folder(), people: 1, callback: driver.facts.callback });
      const load = (target: Target): Load => ({ does, target, count, atOnce: 16, from: 0, isTold: false });
      for (const { facts } of [ours, bare]) await driver.ask({ ...load(facts.target), does: 'sign-up', count: 1 });
      const rates = await inTurns(
        rounds,
        { ours: () => driver.ask<number>(load(ours.facts.target)), bare: () => driver.ask<number>(load(bare.facts.target)) },
        progress,
      );
      return [compare({ says: `${says}, embedded engine (a folder)`, unit: `${what}/s`, ours: rates.ours, other: rates.bare })];
    },
  };
}
