/** `deliveries`: what was sent, and how it ended. */
import { type Command, InvalidArgumentError } from 'commander';
import { type Client, clientOf } from './client.ts';
import { type Surroundings, withSimulator } from './surroundings.ts';
import { columns, houseTime, type Colour, painter, table } from './terminal.ts';

/** As the control API answers it. */
export interface Delivery {
  id: string;
  app: string;
  event: string;
  account: string;
  nickname: string | null;
  channel: string | null;
  lane: string;
  state: 'pending' | 'delivered' | 'parked' | 'cancelled';
  createdAt: string;
  replays: number;
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body: string;
  attempts: number;
  last: { status: number | null; verdict: string; durationMs: number } | null;
}

interface Flags {
  failed?: boolean;
  app?: string;
  event?: string;
  user?: string;
  json?: boolean;
  limit: number;
  url?: string;
}

const LARGEST_PAGE = 100;
const HEAD = ['TIME', 'STATE', 'EVENT', 'USER', 'APP', 'ANSWER', 'MS', 'ID'];
const LOOKS: Readonly<Record<Delivery['state'], Colour>> = { delivered: 'green', pending: 'yellow', parked: 'red', cancelled: 'dim' };

const EXAMPLES = `
Examples:
  $ kakao-sync-simulator deliveries --failed --app 데모상점
  $ kakao-sync-simulator deliveries --json | jq .body

Times are of the simulator's clock, in Korea. Failed ones are "parked" until they are replayed.
`;

export function addDeliveries(program: Command, { environment }: Surroundings): void {
  withSimulator(
    program
      .command('deliveries')
      .description('list the callbacks that were sent, newest first, and how each ended')
      .option('--failed', 'only those that were given up')
      .option('--app <app>', 'of one app: its id, a key of it, or its name')
      .option('--event <event>', 'of one event, like channel.added')
      .option('--user <user>', 'about one person: persona, login id, or user number with --app')
      .option('--limit <number>', 'how many', wholeNumber, 30)
      .option('--json', 'one line of JSON for each, with headers and body'),
  )
    .addHelpText('after', EXAMPLES)
    .action(async (flags: Flags) => {
      const rows = await listed(clientOf(flags, environment), flags);
      const lines = flags.json ? rows.map((row) => JSON.stringify(row)) : inTable(rows, painter(environment));
      if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
      else if (!flags.json) process.stdout.write('no deliveries\n');
    });
}

async function listed(client: Client, { failed, app, event, user, limit }: Flags): Promise<Delivery[]> {
  const found: Delivery[] = [];
  let before: string | undefined;
  while (found.length < limit) {
    const query = { app, event, user, state: failed ? 'parked' : undefined, before, limit: Math.min(LARGEST_PAGE, limit - found.length) };
    const page = await client.call<{ deliveries: Delivery[]; next: string | null }>('GET /deliveries', { query });
    found.push(...page.deliveries);
    if (page.next === null) break;
    before = page.next;
  }
  return found;
}

function inTable(rows: readonly Delivery[], paint: ReturnType<typeof painter>): string[] {
  if (rows.length === 0) return [];
  const [head, ...lines] = table(HEAD, rows.map(cellsOf), columns());
  return [paint('dim', head!), ...lines.map((line, at) => line.replace(rows[at]!.state, (word) => paint(LOOKS[rows[at]!.state], word)))];
}

function cellsOf({ createdAt, state, event, nickname, account, app, last, id }: Delivery): string[] {
  const answer = last ? String(last.status ?? last.verdict) : '-';
  return [houseTime(createdAt), state, event, nickname ?? account, app, answer, String(last?.durationMs ?? '-'), id];
}

export function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Expected a number of 1 or more.');
}
