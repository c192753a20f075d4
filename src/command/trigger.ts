/** `trigger`: sends an event by hand. Without one it lists them. */
import type { Command } from 'commander';
import { clientOf } from './client.ts';
import type { Delivery } from './deliveries.ts';
import { CommandRefused, type Surroundings, withSimulator } from './surroundings.ts';
import { columns, table } from './terminal.ts';

interface Flags {
  app?: string;
  user?: string;
  channel?: string;
  reason?: string;
  scope?: string;
  json?: boolean;
  url?: string;
}

interface Trigger {
  event: string;
  takes: string[];
  cause: string;
}

const EXAMPLES = `
Examples:
  $ kakao-sync-simulator trigger                                               every event
  $ kakao-sync-simulator trigger channel.blocked --app 데모상점 --user han
  $ kakao-sync-simulator trigger unlink --app 1000001 --user han --reason ACCOUNT_DELETE
  $ kakao-sync-simulator trigger account.user-scope-withdraw --app 1000001 --user han --scope account_email,gender

It is made of the state as it is, which stays so. "deliveries" shows how it ended.
`;

export function addTrigger(program: Command, { environment }: Surroundings): void {
  withSimulator(
    program
      .command('trigger')
      .argument('[event]', 'like channel.added; without one, every event is listed')
      .description('send an event without its cause having happened')
      .option('--app <app>', 'to which app: its id, a key of it, or its name')
      .option('--user <user>', 'about whom: persona, login id, account id or user number')
      .option('--channel <channel>', 'about which channel: its id, search id or name')
      .option('--reason <reason>', 'why a link ended, like UNLINK_FROM_APPS')
      .option('--scope <items>', 'which consent items, with commas between')
      .option('--json', 'one line of JSON for each'),
  )
    .addHelpText('after', EXAMPLES)
    .action(async (event: string | undefined, flags: Flags) => {
      const client = clientOf(flags, environment);
      if (event === undefined) {
        const { triggers } = await client.call<{ triggers: Trigger[] }>('GET /triggers');
        if (flags.json) return say(triggers.map((each) => JSON.stringify(each)));
        const rows = triggers.map(({ event: name, takes, cause }) => [name, takes.map((each) => `--${each}`).join(' '), cause]);
        return say(table(['EVENT', 'TAKES', 'AT KAKAO'], rows, columns()));
      }
      const { app, user, channel, reason, scope } = flags;
      if (!app || !user) throw new CommandRefused('trigger: say to which app and about whom: --app and --user');
      const scopes = scope?.split(/[\s,]+/).filter(Boolean);
      const body = { event, app, user, channel, reason, scopes };
      const delivery = await client.call<Delivery>('POST /deliveries', { body });
      const { id, method, url } = delivery;
      say([flags.json ? JSON.stringify(delivery) : `${event} is sent: ${method} ${url} [${id}]`]);
    });
}

function say(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
