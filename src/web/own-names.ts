/** By which names a simulator may be called: a page cannot point a name of its own at this machine and be answered (DNS rebinding). */
import { isIP } from 'node:net';
import type { Context } from 'koa';

/** Names that no stranger can point at this machine: this machine's own, those of a private network, names without a dot. */
const OURS = /^(?:localhost|[^.]+|.+\.(?:localhost|local|internal|test|home\.arpa))$/;

interface Named {
  url: string;
  reached: { hosts: readonly string[] };
}

/** The host that was asked for, without its port; '' when there is none to read. */
export function hostNameOf(ctx: Context): string {
  return (URL.parse(`http://${ctx.host}`)?.hostname ?? '').replace(/^\[|\]$/g, '');
}

/** @param simulator its own address, and what else it was told to be called by */
export function isOwnName(name: string, { url, reached }: Named): boolean {
  return isIP(name) !== 0 || OURS.test(name) || name === new URL(url).hostname || reached.hosts.includes(name);
}
