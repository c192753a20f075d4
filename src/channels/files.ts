/** The uploaded files of a profile: papers for its managers, its picture for everybody. */
import { type Documents, looseOwner, UnknownDocument } from '../documents/index.ts';
import type { Document, Reader } from '../store/index.ts';
import { papersOwner } from './certification-draft.ts';
import { pictureOwner } from './create.ts';
import { channelFor } from './roles.ts';

/** A paper of a profile, for 매니저 이상; or one of this person's own that nothing has claimed. Throws UnknownChannel, ChannelRoleMissing, UnknownDocument. */
export async function paper(documents: Documents, from: Reader, by: string, channelId: string, documentId: string): Promise<Document> {
  await channelFor(from, channelId, by, 'manager');
  const document = await documents.byId(documentId, from);
  if (!document || ![papersOwner(channelId), looseOwner(by)].includes(document.owner)) throw new UnknownDocument(documentId);
  return document;
}

/** A picture that a profile shows now, or undefined. */
export async function picture(documents: Documents, from: Reader, documentId: string): Promise<Document | undefined> {
  const document = await documents.byId(documentId, from);
  const [, channelId = ''] = document?.owner.split(':') ?? [];
  const channel = await from.get('channels', channelId);
  return document?.owner === pictureOwner(channelId) && channel?.imageDocument === documentId ? document : undefined;
}
