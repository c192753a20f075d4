/** What an address is: this machine's, a private network's, everybody's, or one that no request of ours ever goes to. Source: security 3.3, F25. */
import { BlockList, isIP } from 'node:net';

export type Kind = 'loopback' | 'refused' | 'private' | 'public';

/** First match wins. IPv4 ranges are meant in every form of IPv6, too. */
const RANGES: readonly (readonly [Kind, readonly string[]])[] = [
  ['loopback', ['127.0.0.0/8', '::1/128']],
  // Link-local: the metadata of most clouds among them.
  ['refused', ['169.254.0.0/16', 'fe80::/10']],
  // Metadata that is elsewhere: AWS, GCP and Oracle by IPv6; Alibaba, Oracle and Azure.
  ['refused', ['fd00:ec2::/32', 'fd20:ce::/32', 'fd00:c1::/32', '100.100.100.200/32', '192.0.0.192/32', '168.63.129.16/32']],
  // Nobody's, everybody's, and those to come.
  ['refused', ['0.0.0.0/8', '224.0.0.0/4', '240.0.0.0/4', 'ff00::/8', '100::/64']],
  // IPv4 in forms that say nothing of where it ends: compatible (and `::`), Teredo, translated by the network itself.
  ['refused', ['::/96', '2001::/32', '64:ff9b:1::/48']],
  ['private', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '192.0.0.0/24', '198.18.0.0/15', 'fc00::/7', 'fec0::/10']],
];

/** @param address as a resolver gives it, perhaps with a zone; what is none is refused */
export function kindOf(address: string): Kind {
  const [bare = ''] = address.split('%');
  const family = isIP(bare);
  if (family === 0) return 'refused';
  return lists().find(([, list]) => list.check(bare, family === 6 ? 'ipv6' : 'ipv4'))?.[0] ?? 'public';
}

/** Adds a range like `10.0.0.0/8`, or one address, in each form that it has. Returns whether it is one. */
export function addRange(list: BlockList, range: string): boolean {
  const [net = '', bits] = range.split('/');
  const family = isIP(net);
  const most = family === 4 ? 32 : 128;
  if (family === 0 || range.split('/').length > 2 || (bits !== undefined && !/^\d{1,3}$/.test(bits))) return false;
  const length = Number(bits ?? most);
  if (length > most) return false;
  list.addSubnet(net, length, family === 4 ? 'ipv4' : 'ipv6');
  if (family === 4) for (const [form, more] of formsOf(net)) list.addSubnet(form, length + more, 'ipv6');
  return true;
}

/** NAT64, IPv4-translated and 6to4. A BlockList knows the IPv4-mapped one by itself. Source: RFC 6052, 2765, 3056. */
function formsOf(net: string): [form: string, bits: number][] {
  const hex = net.split('.').map((part) => Number(part).toString(16).padStart(2, '0'));
  return [
    [`64:ff9b::${net}`, 96],
    [`::ffff:0:${net}`, 96],
    [`2002:${hex[0]}${hex[1]}:${hex[2]}${hex[3]}::`, 16],
  ];
}

let made: ReturnType<typeof makeLists> | undefined;

/** Made with the first address that is looked at. */
const lists = () => (made ??= makeLists());

const makeLists = () =>
  RANGES.map(([kind, ranges]) => {
    const list = new BlockList();
    for (const range of ranges) addRange(list, range);
    return [kind, list] as const;
  });
