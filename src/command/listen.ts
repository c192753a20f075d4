/** `listen`: follows the callbacks of an app, and forwards each to a receiver. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from 'commander';
import { type Client, clientOf } from './client.ts';
import type { Delivery } from './deliveries.ts';
import { giveAddresses, sayMissing } from './missing-addresses.ts';
import { CommandRefused, httpUrl, type Surroundings, untilSignalled, withSimulator } from './surroundings.ts';
import { painter } from './terminal.ts';

interface Flags {
  forwardTo: string;
  app?: string;
  event?: string;
  inbox?: boolean;
  url?: string;
}

const PAUSE_MS = 1000;

const EXAMPLES = `
Examples:
  $ kakao-sync-simulator listen --forward-to http://localhost:3000/hook --app 데모상점
  $ kakao-sync-simulator listen --forward-to http://localhost:3000/hook --app 1000002 --inbox

Each line is --> an event that happened, or <-- what your receiver answered. Callbacks are forwarded with their own
headers and body, in order for each person and channel; they are sent to the app's registered address as well.
`;

export function addListen(program: Command, { environment }: Surroundings): void {
  withSimulator(
    program
      .command('listen')
      .description('follow the callbacks of an app, and forward each to your receiver')
      .requiredOption('--forward-to <address>', 'your receiver, like http://localhost:3000/hook')
      .option('--app <app>', 'of one app: its id, a key of it, or its name')
      .option('--event <event>', 'of one event, like channel.added')
      .option('--inbox', 'with --app: use the built-in inbox for kinds that have no address, as nothing is sent without one'),
  )
    .addHelpText('after', EXAMPLES)
    .action(async (flags: Flags) => {
      const to = httpUrl('--forward-to', flags.forwardTo);
      if (flags.inbox && !flags.app) throw new CommandRefused('listen: --inbox needs --app');
      const client = clientOf(flags, environment);
      const over = untilSignalled();
      // A start need not wait for what sends.
      const { forwarder } = await import('./forward.ts');
      const forward = forwarder({ to, over, paint: painter(environment), say });
      // What happens from here on is followed, also when the simulator goes away for a moment.
      const newest = await client.call<{ deliveries: Delivery[] }>('GET /deliveries', { query: { limit: 1 } });
      if (flags.inbox) await giveAddresses(client, flags.app!, say);
      else await sayMissing(client, flags.app, complain);
      say(`listening at ${client.url}, forwarding to ${to}; Ctrl+C ends it`);
      await follow(client, flags, newest.deliveries[0]?.id ?? '', over, forward);
    });
}

async function follow(
  client: Client,
  { app, event }: Flags,
  from: string,
  over: AbortSignal,
  forward: (delivery: Delivery) => void,
): Promise<void> {
  let after = from;
  let isFirst = true;
  let isLost = false;
  while (!over.aborted) {
    try {
      const events = await client.events<Delivery>('/deliveries/events', { app, event, after }, over);
      if (isLost) say('connected again');
      isFirst = isLost = false;
      for await (const delivery of events) {
        after = delivery.id;
        forward(delivery);
      }
    } catch (error) {
      if (over.aborted) return;
      if (isFirst) throw error;
    }
    if (!isLost && !over.aborted) complain(`the simulator at ${client.url} went away; waiting for it`);
    isLost = true;
    await wait(PAUSE_MS, undefined, { signal: over }).catch(() => undefined);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(line: string): void {
  process.stderr.write(`kakao-sync-simulator: ${line}\n`);
}
