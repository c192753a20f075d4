/** 호출 허용 IP 주소: single addresses, CIDR blocks (`10.0.0.0/8`) and blocks by mask (`10.0.0.0/255.0.0.0`), IPv4 and IPv6. */
import { BlockList, isIP } from 'node:net';

/** Whether the address is one of these or in one of these blocks. Text that is neither allows nothing. */
export function isAmong(address: string, allowed: readonly string[]): boolean {
  const family = familyOf(address);
  if (!family) return false;
  const list = new BlockList();
  for (const block of allowed.map(blockOf)) if (block?.family === family) list.addSubnet(block.address, block.prefix, family);
  return list.check(address, family);
}

interface Block {
  address: string;
  prefix: number;
  family: 'ipv4' | 'ipv6';
}

/** The block that this text writes, or undefined; a single address is a block of its own. */
export function blockOf(text: string): Block | undefined {
  const [address = '', mask, ...more] = text.split('/');
  const family = familyOf(address);
  if (!family || more.length > 0) return undefined;
  const longest = family === 'ipv4' ? 32 : 128;
  const prefix = mask === undefined ? longest : prefixOf(mask);
  return prefix === undefined || prefix > longest ? undefined : { address, prefix, family };
}

function familyOf(address: string): Block['family'] | undefined {
  const version = isIP(address);
  return version === 4 ? 'ipv4' : version === 6 ? 'ipv6' : undefined;
}

/** Of `8`, or of `255.0.0.0`. */
function prefixOf(mask: string): number | undefined {
  if (/^\d{1,3}$/.test(mask)) return Number(mask);
  if (isIP(mask) !== 4) return undefined;
  const bits = mask
    .split('.')
    .map((part) => Number(part).toString(2).padStart(8, '0'))
    .join('');
  return /^1*0*$/.test(bits) ? bits.replaceAll('0', '').length : undefined;
}
