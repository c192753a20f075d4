/** Where faults can be asked for, and which: read from the contract. */
import { contract, type Endpoint, type Row } from '../contract/index.ts';

export interface Place {
  /** Path of the endpoint. */
  path: string;
  face: 'kauth' | 'kapi';
  /** What may be asked for by its code. */
  codes: readonly string[];
}

/** Without a row that says why they are left out. */
const isThere = ({ why }: Row): boolean => why === undefined;
const rowsOf = (table: string): readonly Row[] => contract.tables.find(({ id }) => id === table)?.rows ?? [];
const spoken = new Set([...rowsOf('koe'), ...rowsOf('kapi-codes')].filter(isThere).map(({ name }) => name));
/** What the partner gets behind its redirect URI. */
const redirects = rowsOf('redirect-errors').filter((row) => isThere(row) && /^[a-z_]+$/.test(row.name));

const placeOf = (face: Place['face'], { name, errors }: Endpoint): Place => ({
  path: name,
  face,
  codes: [...errors.filter((code) => spoken.has(code)), ...(name === '/oauth/authorize' ? redirects.map((row) => row.name) : [])],
});

export const places: readonly Place[] = [
  ...contract.kauth.filter(isThere).map((endpoint) => placeOf('kauth', endpoint)),
  ...contract.kapi.filter(isThere).map((endpoint) => placeOf('kapi', endpoint)),
];

/** The places that a name means: a path, or the end of one (`token`, `user/me`); of several versions the newest, of several depths the shallowest. */
export function placesNamed(name: string): Place[] {
  const tail = name.replace(/^\/+/, '');
  const found = places.filter(({ path }) => path === `/${tail}` || path.endsWith(`/${tail}`) || path.endsWith(`/${tail}.json`));
  const exact = found.filter(({ path }) => path === `/${tail}`);
  if (exact.length > 0) return exact;
  return ['kauth', 'kapi'].flatMap((face) =>
    found
      .filter((place) => place.face === face)
      .toSorted(nearest)
      .slice(0, 1),
  );
}

function nearest({ path: a }: Place, { path: b }: Place): number {
  return depth(a) - depth(b) || b.localeCompare(a);
}

function depth(path: string): number {
  return path.split('/').length;
}
