/** Which addresses a check of a URL may ask: a form must not become a way into the network that the simulator stands in. */
import type { LookupAddress, LookupOptions } from 'node:dns';
import { lookup as lookUp } from 'node:dns/promises';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { callbackify } from 'node:util';

/** Each one includes those before it. */
export type Reach = 'public' | 'loopback' | 'private';

/** The address, or every address of the name, is out of reach. */
export class OutOfReach extends Error {
  readonly code = 'OUT_OF_REACH';
}

const RANGES = {
  loopback: ['127.0.0.0/8', '::1/128'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '169.254.0.0/16', 'fc00::/7', 'fe80::/10', '64:ff9b::/96'],
  /** Nobody's, everybody's, and those to come. */
  never: ['0.0.0.0/8', '224.0.0.0/4', '240.0.0.0/4', '::/128', 'ff00::/8'],
} as const;
const ALLOWED: Readonly<Record<Reach, readonly string[]>> = {
  public: ['public'],
  loopback: ['public', 'loopback'],
  private: ['public', 'loopback', 'private'],
};

export function inReach(address: string, reach: Reach): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  const kind = lists.find(([, list]) => list.check(address, family))?.[0] ?? 'public';
  return ALLOWED[reach].includes(kind);
}

/** Throws OutOfReach for a host that is an address out of reach; names are looked at when they are looked up. */
export function mustBeInReach(url: URL, reach: Reach): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !inReach(host, reach)) throw new OutOfReach(`${host} is out of reach`);
}

/** Looks a name up and leaves out what is out of reach: what is connected to is what was looked at. */
export function lookupWithin(reach: Reach): LookupFunction {
  const within = async (hostname: string, options: LookupOptions): Promise<LookupAddress[]> => {
    const found = await lookUp(hostname, { ...options, all: true });
    const allowed = found.filter(({ address }) => inReach(address, reach));
    if (allowed.length === 0) throw new OutOfReach(`${hostname} is out of reach`);
    return allowed;
  };
  const asked = callbackify(within);
  return (hostname, options, done) =>
    asked(hostname, options, (error, allowed) => {
      const [first] = allowed ?? [];
      if (error || !first) done(error, []);
      else if (options.all) done(null, allowed);
      else done(null, first.address, first.family);
    });
}

const lists = Object.entries(RANGES).map(([kind, ranges]) => {
  const list = new BlockList();
  for (const range of ranges) {
    const [net = '', bits] = range.split('/');
    list.addSubnet(net, Number(bits), net.includes(':') ? 'ipv6' : 'ipv4');
  }
  return [kind, list] as const;
});
