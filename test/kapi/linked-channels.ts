/** Rows of channels, of their links to the app, and of the person's relation to them. */
import { AT } from './helpers.ts';

const profile = (id: string, searchId: string) =>
  [
    'channels',
    { id, profileNumber: '1', searchId, name: searchId.slice(1), image: null, imageDocument: null, businessNumber: null, managers: [] },
  ] as const;
const connection = (channelId: string) =>
  ['connections', { id: `123456:${channelId}`, appId: '123456', channelId, connectedAt: AT }] as const;
const friendship = (channelId: string, relation: 'ADDED' | 'BLOCKED') =>
  ['friendships', { id: `${channelId}:person`, channelId, accountId: 'person', relation, createdAt: 0, updatedAt: AT }] as const;

/** Three channels of the app, and `_foreign`, which is not. The person never added or blocked `_none`. */
export const channelRows = [
  profile('_added', '@심플상점'),
  profile('_blocked', '@심플지점'),
  profile('_none', '@심플분점'),
  profile('_foreign', '@남의상점'),
  ...['_added', '_blocked', '_none'].map(connection),
  friendship('_added', 'ADDED'),
  friendship('_blocked', 'BLOCKED'),
  friendship('_foreign', 'ADDED'),
];
