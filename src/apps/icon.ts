/** The icon of an app as a picture to send: uploaded ones only; shipped ones are assets. */
import type { Readable } from 'node:stream';
import { type Documents, PICTURES } from '../documents/index.ts';
import type { Reader } from '../store/index.ts';
import { appOfIcon } from './create.ts';

export interface Icon {
  type: string;
  size: number;
  content: Readable;
}

/** The picture with this document id, or undefined when it is no app's icon (any more): no other evidence is public. */
export async function findIcon(from: Reader, documents: Documents, documentId: string): Promise<Icon | undefined> {
  const document = await documents.byId(documentId, from);
  const appId = document && appOfIcon(document.owner);
  const app = appId ? await from.get('apps', appId) : undefined;
  if (!document || app?.iconDocument !== documentId || !PICTURES.some((type) => type === document.type)) return undefined;
  const content = await documents.read(documentId);
  return content && { type: document.type, size: document.size, content };
}
