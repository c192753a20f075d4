/** A list of hosts as a setting says it: names, `*.` and a name for all below it, addresses, ranges; or `any`, or `none`. */
import { BlockList, isIP } from 'node:net';
import { addRange } from './ranges.ts';
import { ANYWHERE, type Reach } from './reach.ts';

const ANY = 'any';
const NONE = 'none';
/** As the mode has it: any on one's own machine, none where others reach the simulator. */
export const BY_MODE = 'auto';
export const HOSTS_EXPECTED = `expected ${BY_MODE}, ${ANY}, ${NONE}, or names and ranges like hooks.example.test,*.example.test,10.1.0.0/16`;

/** What the setting says in this mode. Throws what is no list. */
export function webhookReach(setting: string, isShared: boolean): Reach {
  const list = setting === BY_MODE ? (isShared ? NONE : ANY) : setting;
  const reach = hostsOf(list);
  if (!reach) throw new Error(`${HOSTS_EXPECTED}, got ${list}`);
  return reach;
}

/** Null for a list that says something else. */
export function hostsOf(list: string): Reach | null {
  if (list.trim() === ANY) return ANYWHERE;
  const entries = list.trim() === NONE ? [] : list.split(',').map((entry) => entry.trim());
  const ranges = new BlockList();
  const names = entries.filter((entry) => !addRange(ranges, entry.replace(/^\[(.*)\]$/, '$1')));
  if (!names.every(isName)) return null;
  const exact = new Set(names.filter((name) => !name.startsWith('*.')).map(nameOf));
  const endings = names.filter((name) => name.startsWith('*.')).map((name) => `.${nameOf(name.slice(2))}`);
  return {
    host: (host) => exact.has(nameOf(host)) || endings.some((ending) => nameOf(host).endsWith(ending)),
    address: (address) => ranges.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4'),
  };
}

/** As a URL has it, and without the dot at its end: `localhost.` is `localhost`. */
function nameOf(host: string): string {
  return (URL.parse(`http://${host}/`)?.hostname ?? host).replace(/\.$/, '');
}

/** Without a port, no number that would be read as an address, and none of the words that are a whole list. */
function isName(entry: string): boolean {
  const name = entry.replace(/^\*\./, '');
  if ([ANY, NONE, BY_MODE].includes(name)) return false;
  return /^[^\s/?#@:*\\[\]%]+$/.test(name) && URL.canParse(`http://${name}/`) && isIP(nameOf(name)) === 0;
}
