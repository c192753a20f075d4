/** Without a callback address nothing is sent: which kinds have none, and the built-in inbox for them. */
import type { Client } from './client.ts';

const KINDS = ['channel', 'sync', 'unlink', 'account'] as const;
type Kind = (typeof KINDS)[number];
type Say = (line: string) => void;

/** Says so of an app that has none at all; with some, their owner knows what is missing. */
export async function sayMissing(client: Client, app: string | undefined, complain: Say): Promise<void> {
  if (app === undefined || (await missing(client, app)).length < KINDS.length) return;
  complain(`${app} has no callback address, so nothing will be sent; register one in /developers, or use the built-in inbox with --inbox`);
}

/** Registers the inbox for the kinds that have no address. */
export async function giveAddresses(client: Client, app: string, say: Say): Promise<void> {
  for (const kind of await missing(client, app)) {
    const { url } = await client.call<{ url: string }>(`PUT /apps/${encodeURIComponent(app)}/callbacks/${kind}/inbox`);
    say(`${kind} callbacks of ${app} go to ${url}`);
  }
}

async function missing(client: Client, app: string): Promise<Kind[]> {
  const { endpoints } = await client.call<{ endpoints: { kind: Kind }[] }>('GET /endpoints', { query: { app } });
  return KINDS.filter((kind) => !endpoints.some((endpoint) => endpoint.kind === kind));
}
