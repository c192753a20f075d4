/** `clock`: what time it is in the simulator, and moving it. */
import type { Command } from 'commander';
import { clientOf } from './client.ts';
import { CommandRefused, type Surroundings, withSimulator } from './surroundings.ts';
import { houseTime } from './terminal.ts';

interface Clock {
  now: string;
  aheadMs: number;
  frozen: boolean;
  nextReviewAt: string | null;
}

interface Flags {
  toReview?: boolean;
  json?: boolean;
  url?: string;
}

const EXAMPLES = `
Examples:
  $ kakao-sync-simulator clock                               what time it is
  $ kakao-sync-simulator clock advance 6h                    the access token of this morning is over
  $ kakao-sync-simulator clock advance 1d12h                 also 90s, 30m, 2w
  $ kakao-sync-simulator clock advance --to-review           until the next review is decided by itself
  $ kakao-sync-simulator clock set 2026-12-25T09:00          Korean time unless it says where, like ...T00:00Z
  $ kakao-sync-simulator clock freeze                        it stands still; "clock advance" still moves it
  $ kakao-sync-simulator clock run                           and goes on from there

Codes, tokens, sessions, reviews and retries go by it. It goes forward only, and is kept over a restart; "reset" sets it back.
`;

const ACTIONS = ['advance', 'set', 'freeze', 'run'] as const;

export function addClock(program: Command, { environment }: Surroundings): void {
  withSimulator(
    program
      .command('clock')
      .argument('[action]', `${ACTIONS.join(', ')}; without one, the time is said`)
      .argument('[value]', 'how far ("advance"), or which moment ("set", "freeze")')
      .description('say what time it is in the simulator, move it forward, stop it or let it run on')
      .option('--to-review', 'with advance: to the next review that is decided by itself')
      .option('--json', 'one line of JSON'),
  )
    .addHelpText('after', EXAMPLES)
    .action(async (action: string | undefined, value: string | undefined, flags: Flags) => {
      const [target, body] = requestOf(action, value, flags);
      const clock = await clientOf(flags, environment).call<Clock>(target, { body });
      process.stdout.write(flags.json ? `${JSON.stringify(clock)}\n` : inWords(clock));
    });
}

/** Throws CommandRefused. */
function requestOf(
  action: string | undefined,
  value: string | undefined,
  { toReview }: Flags,
): [Parameters<ReturnType<typeof clientOf>['call']>[0], object] {
  if (action === undefined) return ['GET /clock', {}];
  if (action === 'advance') {
    if ((value === undefined) !== Boolean(toReview)) throw new CommandRefused('clock advance: say how far, like 6h, or --to-review');
    return ['POST /clock/advances', { by: value }];
  }
  if (action === 'set') {
    if (value === undefined) throw new CommandRefused('clock set: say the moment, like 2026-12-25T09:00');
    return ['PATCH /clock', { now: value }];
  }
  if (action === 'freeze') return ['PATCH /clock', { now: value, frozen: true }];
  if (action === 'run') return ['PATCH /clock', { frozen: false }];
  throw new CommandRefused(`clock: expected ${ACTIONS.join(', ')}, got "${action}"`);
}

function inWords({ now, frozen, nextReviewAt }: Clock): string {
  const state = frozen ? ', standing still' : '';
  const next = nextReviewAt === null ? '' : `the next review is decided by itself at ${houseTime(nextReviewAt)}\n`;
  return `it is ${houseTime(now)} in Korea (${now})${state}\n${next}`;
}
