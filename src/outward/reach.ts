/** Where requests out of the house may go: nobody's form must become a way into the network that the simulator stands in. Source: security 3.3, F25. */
import { ADDRCONFIG, type LookupAddress, type LookupOptions } from 'node:dns';
import { lookup as lookUpByMachine } from 'node:dns/promises';
import { isIP } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Kind, kindOf } from './ranges.ts';

/** What is allowed beside what is refused always. */
export interface Reach {
  /** Every address of this host. */
  host(name: string): boolean;
  /** This address, whatever host has it. */
  address(address: string, kind: Kind): boolean;
}

export type LookUp = (hostname: string, options: LookupOptions & { all: true }) => Promise<LookupAddress[]>;

/** The address is one that is refused always, or neither it nor its host is allowed. */
export class OutOfReach extends Error {
  readonly code: 'ADDRESS_REFUSED' | 'HOST_NOT_LISTED';
  readonly host: string;
  readonly address: string;

  constructor(code: OutOfReach['code'], host: string, address: string) {
    super(`${host} is out of reach`);
    this.code = code;
    this.host = host;
    this.address = address;
  }
}

export const ANYWHERE: Reach = { host: () => true, address: () => true };

/** Each one includes those before it. */
const OUTWARDS = ['public', 'loopback', 'private'] as const;
export type Distance = (typeof OUTWARDS)[number];

export function upTo(distance: Distance): Reach {
  const allowed: readonly Kind[] = OUTWARDS.slice(0, OUTWARDS.indexOf(distance) + 1);
  return { host: () => false, address: (_address, kind) => allowed.includes(kind) };
}

/** The reach of a URL: below one of these base URLs anywhere, elsewhere the given one. */
export function besides(bases: readonly string[], reach: Reach): (url: string) => Reach {
  return (url) => (reach !== ANYWHERE && bases.some((base) => URL.parse(url)?.href.startsWith(`${base}/`)) ? ANYWHERE : reach);
}

/** Throws OutOfReach for a host that is an address out of reach; names are looked at when they are looked up. */
export function mustBeInReach(url: URL, reach: Reach): void {
  const host = hostOf(url);
  const refusal = isIP(host) ? refusalOf(host, host, reach) : null;
  if (refusal) throw refusal;
}

/** The host of a URL when it is an address that is refused always, or null. */
export function refusedHost(url: string): string | null {
  const host = hostOf(new URL(url));
  return isIP(host) && kindOf(host) === 'refused' ? host : null;
}

/** The same with names looked up. One that nobody knows, or not in time, may be known when it is asked for: it passes where its name alone is enough. */
export async function mustLeadWithin(url: URL, reach: Reach, deadlineMs: number, lookUp: LookUp = lookUpByMachine): Promise<void> {
  mustBeInReach(url, reach);
  if (isIP(hostOf(url))) return;
  const over = new AbortController();
  const found = lookUp(url.hostname, { all: true }).catch(() => []);
  const late = pause(deadlineMs, [], { signal: over.signal }).catch(() => []);
  const addresses = await Promise.race([found, late]);
  over.abort();
  if (addresses.length === 0 && !reach.host(url.hostname)) throw new OutOfReach('HOST_NOT_LISTED', url.hostname, url.hostname);
  within(url.hostname, addresses, reach);
}

/** What a host leads to, without what is out of reach. Throws OutOfReach where that is all of it. */
export async function addressesWithin(url: URL, reach: Reach, lookUp: LookUp = lookUpByMachine): Promise<LookupAddress[]> {
  mustBeInReach(url, reach);
  const host = hostOf(url);
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family }];
  const allowed = within(host, await lookUp(host, { all: true, hints: ADDRCONFIG }), reach);
  if (allowed.length === 0) throw nobody(host);
  return allowed;
}

function nobody(hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`nobody knows ${hostname}`), { code: 'ENOTFOUND' });
}

/** Those of the addresses that are in reach. Throws OutOfReach where none is. */
function within(host: string, found: readonly LookupAddress[], reach: Reach): LookupAddress[] {
  const refusals = found.map(({ address }) => refusalOf(host, address, reach));
  const allowed = found.filter((_each, at) => refusals[at] === null);
  const [refusal] = refusals;
  if (allowed.length === 0 && refusal) throw refusal;
  return allowed;
}

function refusalOf(host: string, address: string, reach: Reach): OutOfReach | null {
  const kind = kindOf(address);
  if (kind === 'refused') return new OutOfReach('ADDRESS_REFUSED', host, address);
  return reach.host(host) || reach.address(address, kind) ? null : new OutOfReach('HOST_NOT_LISTED', host, address);
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}
