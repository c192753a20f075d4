/** `snapshot`: the whole state under a name, and back to it. */
import type { Command } from 'commander';
import { clientOf } from './client.ts';
import { CommandRefused, type Surroundings, withSimulator } from './surroundings.ts';
import { columns, houseTime, table } from './terminal.ts';

interface Named {
  name: string;
  takenAt: string;
}

const ACTIONS = ['save', 'load', 'list', 'remove'] as const;
const EXAMPLES = `
Examples:
  $ kakao-sync-simulator snapshot save before-checkout
  $ kakao-sync-simulator snapshot load before-checkout       everything as it was then, all or nothing
  $ kakao-sync-simulator snapshot list
  $ kakao-sync-simulator snapshot remove before-checkout

They are in the folder "snapshots" of the data folder (in memory with --memory), one file each, which may be copied to another simulator.
A world in a database has none: see backup and restore.
`;

export function addSnapshot(program: Command, { environment }: Surroundings): void {
  withSimulator(
    program
      .command('snapshot')
      .argument('<action>', ACTIONS.join(', '))
      .argument('[name]', 'letters, digits, "-", "_" and "."')
      .description('save everything under a name, go back to it, or list what there is')
      .option('--json', 'one line of JSON for each'),
  )
    .addHelpText('after', EXAMPLES)
    .action(async (action: string, name: string | undefined, flags: { json?: boolean; url?: string }) => {
      const client = clientOf(flags, environment);
      if (action === 'list') {
        const { snapshots } = await client.call<{ snapshots: Named[] }>('GET /snapshots');
        if (flags.json) return say(snapshots.map((each) => JSON.stringify(each)));
        if (snapshots.length === 0) return say(['no snapshots']);
        const rows = snapshots.map((each) => [each.name, houseTime(each.takenAt)]);
        return say(table(['NAME', 'TAKEN AT'], rows, columns()));
      }
      if (!(ACTIONS as readonly string[]).includes(action)) {
        throw new CommandRefused(`snapshot: expected ${ACTIONS.join(', ')}, got "${action}"`);
      }
      if (name === undefined) throw new CommandRefused(`snapshot ${action}: say the name`);
      const path = `/snapshots/${encodeURIComponent(name)}` as const;
      if (action === 'save') {
        const saved = await client.call<Named>(`PUT ${path}`);
        return say([flags.json ? JSON.stringify(saved) : `${name} is saved`]);
      }
      await client.call(action === 'load' ? `POST ${path}/restorations` : `DELETE ${path}`);
      if (flags.json) return say([JSON.stringify({ name })]);
      say([action === 'load' ? `everything is as in ${name}` : `${name} is removed`]);
    });
}

function say(lines: readonly string[]): void {
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
}
