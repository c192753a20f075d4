/** A world in which everything that somebody can type, configure or send is a payload. */
import { snapshotOf, type TableName } from '../../src/store/index.ts';
import type { World } from '../helpers/house.ts';
import { ADDRESSES, TEXTS } from '../helpers/payloads.ts';

/** All of them, one after the other: wherever one of them could do harm, it stands there. */
export const ALL_TEXTS = TEXTS.join(' ');

/** Where people's text is: fields by the names that they have in a row, wherever in it. */
const FIELDS: Partial<Record<TableName, string>> = {
  accounts: 'nickname name ko en address baseAddress detailAddress receiverName',
  apps: 'name company purpose value userProperties allowedIps androidKeyHashes iosBundleIds',
  channels: 'name searchId',
  businesses: 'companyName representative type item address',
  documents: 'name',
  reviews: 'reason',
  applications: 'reason ko en',
  drafts: 'reason ko en tag url privacyUrl',
  certificationDrafts: 'companyName representative type item address issuedOn',
  terms: 'ko en',
  deskEntries: 'note details',
  friendGroups: 'name refused',
  messages: 'text title name',
  links: 'properties',
  consentEntries: 'appName name ko en purpose reason',
  deliveries: 'body headers',
  attempts: 'body responseHeaders',
  inboxItems: 'query headers body',
  faults: 'flow',
};
/** Where addresses are. Of a redirect URI the first one stays: the login of the app goes there. */
const ADDRESS_FIELDS = ['url', 'privacyUrl', 'link', 'redirectUris', 'logoutRedirectUris', 'domains', 'location'];

export async function poison({ house: { store } }: World): Promise<void> {
  const rows = await snapshotOf(store);
  let nth = 0;
  const address = (): string => ADDRESSES[nth++ % ADDRESSES.length]!;
  const poisoned = (value: unknown, name: string, texts: readonly string[]): unknown => {
    if (Array.isArray(value)) {
      if (name === 'redirectUris') return [value[0], ...ADDRESSES].filter((each) => each !== undefined);
      return value.map((each: unknown) => poisoned(each, name, texts));
    }
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([key, each]) => [key, poisoned(each, texts.includes(name) ? name : key, texts)]),
      );
    if (typeof value !== 'string') return value;
    if (ADDRESS_FIELDS.includes(name)) return address();
    if (!texts.includes(name)) return value;
    return name === 'searchId' ? `@${ALL_TEXTS}` : ALL_TEXTS;
  };
  await store.write(async (tx) => {
    for (const [table, fields] of Object.entries(FIELDS) as [TableName, string][])
      for (const row of rows[table]) tx.put(table, poisoned(row, '', fields.split(' ')) as typeof row);
    for (const table of ['endpoints', 'terms', 'messages', 'inboxScripts'] as const)
      for (const row of await tx.all(table)) tx.put(table, poisoned(row, '', []) as typeof row);
  });
}
