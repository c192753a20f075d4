/** Making a profile: a name and a search id (검색용 아이디) that nobody has. Whoever makes it is its master. */
import { type Documents, PICTURES } from '../documents/index.ts';
import { RuleBroken } from '../rule.ts';
import { ALL, type Channel, randomText, type Tx } from '../store/index.ts';

export interface NewChannel {
  name: string;
  /** With its `@`. */
  searchId: string;
  /** Id of an uploaded picture; a profile may do without. */
  picture?: string | null;
}

/** No name for a profile. `details.most` characters. */
export class ChannelNameRefused extends RuleBroken {
  readonly code = 'channel_name_refused';
}

/** No search id: `@` and up to 15 letters, digits or `_`. */
export class SearchIdRefused extends RuleBroken {
  readonly code = 'search_id_refused';
}

/** Another profile has this search id, however it is capitalised. */
export class SearchIdTaken extends RuleBroken {
  readonly code = 'search_id_taken';
}

const LONGEST_NAME = 20;
const SEARCH_ID = /^@[\p{L}\p{N}_]{1,15}$/u;
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** What the picture of a profile is owned by. */
export const pictureOwner = (channelId: string): string => `channel:${channelId}`;

/** Throws ChannelNameRefused, SearchIdRefused, SearchIdTaken, UnknownDocument, DocumentWrongKind. */
export async function create(tx: Tx, documents: Documents, by: string, given: NewChannel): Promise<Channel> {
  const name = given.name.normalize('NFC').trim();
  const searchId = given.searchId.normalize('NFC').trim();
  if (name === '' || [...name].length > LONGEST_NAME)
    throw new ChannelNameRefused(`expected 1 to ${LONGEST_NAME} characters`, { most: LONGEST_NAME });
  if (!SEARCH_ID.test(searchId)) throw new SearchIdRefused(`${searchId} is no search id`, { searchId });
  if ((await tx.find('channels', 'searchId', searchId.toLowerCase())).length > 0)
    throw new SearchIdTaken(`${searchId} is taken`, { searchId });
  const all = await tx.find('channels', 'all', ALL);
  const channel: Channel = {
    id: freeId(all),
    profileNumber: String(Math.max(10000, ...all.map(({ profileNumber }) => Number(profileNumber))) + 1),
    searchId,
    name,
    image: null,
    imageDocument: given.picture ?? null,
    businessNumber: null,
    managers: [{ accountId: by, role: 'master' }],
  };
  if (given.picture) await documents.claim(tx, given.picture, { by, owner: pictureOwner(channel.id), allowed: PICTURES });
  tx.put('channels', channel);
  return channel;
}

/** A public id that no channel has, like `_xaBcDe`. */
function freeId(all: readonly Channel[]): string {
  for (;;) {
    const id = `_x${randomText(5, LETTERS)}`;
    if (!all.some((channel) => channel.id === id)) return id;
  }
}
