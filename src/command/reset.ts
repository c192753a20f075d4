/** `reset`: everything back to the seed. */
import type { Command } from 'commander';
import { clientOf } from './client.ts';
import { type Surroundings, withSimulator } from './surroundings.ts';
import { houseTime } from './terminal.ts';

const EXAMPLES = `
Examples:
  $ kakao-sync-simulator reset
  $ kakao-sync-simulator reset --url http://localhost:6000

Every sign-up, token, login, callback, change in the consoles, uploaded file, fault and the moved clock goes. What stays: signing keys, where the
demo partner listens, and named snapshots.
`;

export function addReset(program: Command, { environment }: Surroundings): void {
  withSimulator(
    program.command('reset').description('everything back to the seed, as in a fresh folder').option('--json', 'one line of JSON'),
  )
    .addHelpText('after', EXAMPLES)
    .action(async (flags: { json?: boolean; url?: string }) => {
      const client = clientOf(flags, environment);
      const beginning = await client.call<{ seed: string; plantedAt: string }>('POST /resets');
      const said = `everything is as ${beginning.seed} says, since ${houseTime(beginning.plantedAt)}`;
      process.stdout.write(`${flags.json ? JSON.stringify(beginning) : said}\n`);
    });
}
