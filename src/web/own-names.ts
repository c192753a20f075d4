/** By which names a simulator may be called: a page cannot point a name of its own at this machine and be answered (DNS rebinding). */
import { isIP } from 'node:net';
import type { Context } from 'koa';

/** Names that no stranger can point at this machine: this machine's own, those of a private network, names without a dot. */
const OURS = /^(?:localhost|[^.]+|.+\.(?:localhost|local|internal|test|home\.arpa))$/;

/** A host that is its own name as it is, and a port: most are, and the rest is for a URL to read. */
const PLAIN = /^((?!xn--)[a-z][a-z\d-]*(?:\.(?!xn--)[a-z][a-z\d-]*)*)(?::[1-9]\d{0,3}|:[1-5]\d{4})?$/;

interface Named {
  url: string;
  reached: { hosts: readonly string[] };
}

/** The host that was asked for, without its port; '' when there is none to read. */
export function hostNameOf(ctx: Context): string {
  const { host } = ctx;
  return PLAIN.exec(host)?.[1] ?? (URL.parse(`http://${host}`)?.hostname ?? '').replace(/^\[|\]$/g, '');
}

/** @param simulator its own address, and what else it was told to be called by */
export function isOwnName(name: string, { url, reached }: Named): boolean {
  return OURS.test(name) || isIP(name) !== 0 || name === new URL(url).hostname || reached.hosts.includes(name);
}
