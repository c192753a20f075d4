/** `fail`: something goes wrong on purpose with the next requests. Without an endpoint it says what can. */
import type { Command } from 'commander';
import { clientOf } from './client.ts';
import { CommandRefused, type Surroundings, withSimulator } from './surroundings.ts';
import { columns, table } from './terminal.ts';

interface Fault {
  id: string;
  on: string;
  with: string | null;
  after: boolean;
  ms: number;
  times: number | null;
  app: string | null;
  user: string | null;
  flow: string | null;
}

interface Flags {
  with?: string;
  after?: boolean;
  ms?: string;
  times?: string;
  app?: string;
  user?: string;
  flow?: string;
  list?: boolean;
  clear?: boolean;
  json?: boolean;
  url?: string;
}

const EXAMPLES = `
Examples:
  $ kakao-sync-simulator fail                                        every endpoint, and the errors that it has
  $ kakao-sync-simulator fail token --with KOE320                    the next code is refused, byte for byte as Kakao does
  $ kakao-sync-simulator fail user/me --with -401 --times 3 --user han
  $ kakao-sync-simulator fail authorize --with consent_required --app 1000001
  $ kakao-sync-simulator fail token --with reset --after             tokens are issued, and the answer is lost
  $ kakao-sync-simulator fail user/me --with 502 --times always      a gateway's page in place of JSON
  $ kakao-sync-simulator fail token --ms 3s                          late, and nothing else
  $ kakao-sync-simulator fail --list                                 what is still to come
  $ kakao-sync-simulator fail --clear

For tests beside one another send the header "X-Kakao-Sync-Fault: on=token; with=KOE320" with the authorize request:
then only the login that begins with it fails.
`;

export function addFail(program: Command, { environment }: Surroundings): void {
  withSimulator(
    program
      .command('fail')
      .argument('[endpoint]', 'like token, authorize, user/me or /v2/user/scopes; without one, all are listed with their errors')
      .description('have the next requests fail on purpose: an error of Kakao, a late answer, a broken connection')
      .option('--with <what>', 'a code of the endpoint, or reset, hang, truncate, 500, 502, 503, 504')
      .option('--after', 'with a broken connection: the request has its effect, and the answer is lost')
      .option('--ms <duration>', 'how late the answer is: milliseconds, or 3s')
      .option('--times <number>', 'how many requests, or "always" (default 1)')
      .option('--app <app>', 'only of one app: its id, a key of it, or its name')
      .option('--user <user>', 'only about one person: persona, login id, account id, or with --app the user number')
      .option('--flow <name>', 'only of the flow with this name, as a request names it in X-Kakao-Sync-Fault')
      .option('--list', 'those that wait for their requests')
      .option('--clear', 'take all of them back')
      .option('--json', 'one line of JSON for each'),
  )
    .addHelpText('after', EXAMPLES)
    .action(async (endpoint: string | undefined, flags: Flags) => {
      const client = clientOf(flags, environment);
      if (flags.clear) {
        await client.call('DELETE /faults');
        return say([flags.json ? JSON.stringify({ faults: [] }) : 'every fault is taken back']);
      }
      if (endpoint !== undefined) {
        const fault = await client.call<Fault>('POST /faults', { body: bodyOf(endpoint, flags) });
        return say([flags.json ? JSON.stringify(fault) : `${inWords(fault)} [${fault.id}]`]);
      }
      if (flags.with !== undefined || flags.ms !== undefined) throw new CommandRefused('fail: say on which endpoint, like token');
      if (flags.list) {
        const { faults } = await client.call<{ faults: Fault[] }>('GET /faults');
        if (flags.json) return say(faults.map((fault) => JSON.stringify(fault)));
        return say(faults.length > 0 ? faults.map((fault) => `${inWords(fault)} [${fault.id}]`) : ['no faults']);
      }
      const { endpoints } = await client.call<{ endpoints: { on: string; codes: string[] }[] }>('GET /faults/endpoints');
      if (flags.json) return say(endpoints.map((each) => JSON.stringify(each)));
      say(
        table(
          ['ENDPOINT', 'ITS ERRORS'],
          endpoints.map(({ on, codes }) => [on, codes.join(' ') || '-']),
          columns(),
        ),
      );
    });
}

/** Throws CommandRefused. */
function bodyOf(on: string, { with: what, after, ms, times, app, user, flow }: Flags): object {
  const count = times === 'always' ? null : times === undefined ? undefined : Number(times);
  if (count !== null && count !== undefined && !Number.isInteger(count)) {
    throw new CommandRefused(`fail: --times: expected a number or "always", got "${times}"`);
  }
  return { on, with: what, after, ms: ms !== undefined && /^\d+$/.test(ms) ? Number(ms) : ms, times: count, app, user, flow };
}

function inWords({ on, with: what, after, ms, times, app, user, flow }: Fault): string {
  const whose = [app && `of app ${app}`, user && `about ${user}`, flow && `of the flow ${flow}`].filter(Boolean).join(' ');
  const count = times === null ? 'every request' : times === 1 ? 'the next request' : `the next ${times} requests`;
  const late = ms > 0 ? `${ms} ms late` : '';
  const happens = [what, late].filter(Boolean).join(', ');
  return `${happens}${after ? ' after the effect' : ''}: ${count} to ${on}${whose && ` ${whose}`}`;
}

function say(lines: readonly string[]): void {
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
}
