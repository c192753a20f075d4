/** `replay`: has callbacks sent anew, with the same ids. */
import type { Command } from 'commander';
import { clientOf } from './client.ts';
import { CommandRefused, type Surroundings, withSimulator } from './surroundings.ts';

interface Flags {
  failed?: boolean;
  app?: string;
  json?: boolean;
  url?: string;
}

const EXAMPLES = `
Examples:
  $ kakao-sync-simulator replay 01K5Z3…                one delivery, as "deliveries" lists it
  $ kakao-sync-simulator replay --failed --app 1000001  all that were given up
`;

export function addReplay(program: Command, { environment }: Surroundings): void {
  withSimulator(
    program
      .command('replay')
      .argument('[id...]', 'ids of deliveries')
      .description('send callbacks anew, with the same ids and bytes')
      .option('--failed', 'all that were given up')
      .option('--app <app>', 'with --failed: of one app, by its id, a key of it, or its name')
      .option('--json', 'one line of JSON'),
  )
    .addHelpText('after', EXAMPLES)
    .action(async (ids: string[], flags: Flags) => {
      if (ids.length > 0 === Boolean(flags.failed))
        throw new CommandRefused('replay: give ids of deliveries, or --failed for all that failed');
      const client = clientOf(flags, environment);
      if (flags.failed) return say(await client.call<Replayed>('POST /deliveries/replays', { body: { app: flags.app } }), flags);
      for (const id of ids) {
        const { replayed } = await client.call<Replayed>(`POST /deliveries/${encodeURIComponent(id)}/replays`);
        if (replayed === 0) throw new CommandRefused(`replay: ${id} is on its way already, or its app has no address for it`);
      }
      say({ replayed: ids.length }, flags);
    });
}

interface Replayed {
  replayed: number;
}

function say({ replayed }: Replayed, { json }: Flags): void {
  const said = `${replayed} ${replayed === 1 ? 'delivery is' : 'deliveries are'} sent anew`;
  process.stdout.write(`${json ? JSON.stringify({ replayed }) : said}\n`);
}
