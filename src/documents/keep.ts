/** Taking an upload: limit, kind and name are looked at, the file is put in its place, then the row is written. */
import type { Readable } from 'node:stream';
import type { Clock } from '../clock.ts';
import { RuleBroken } from '../rule.ts';
import { type Blobs, type Document, type Store, timeId } from '../store/index.ts';
import { displayName } from './name.ts';
import { DocumentCutOff, DocumentEmpty, DocumentTooLarge, DocumentWrongKind } from './refused.ts';

/** 최대 10MB. */
export const LARGEST = 10 * 1024 * 1024;

/** Kinds by content. jpg, png: 준비 1 (2. 서류 첨부). jpeg, png, pdf: 신청 2단계. */
export const PICTURES = ['image/jpeg', 'image/png'] as const;
export const EVIDENCE = [...PICTURES, 'application/pdf'] as const;

export interface Upload {
  /** Account id of who uploads it. */
  by: string;
  /** As the browser sent it. */
  name: string;
  allowed: readonly Document['type'][];
  /** In bytes; 10 MB where nothing is said. */
  limit?: number;
}

/** What an upload is owned by until something claims it. */
export const looseOwner = (accountId: string): string => `upload:${accountId}`;

/** Throws DocumentTooLarge, DocumentEmpty, DocumentWrongKind, DocumentCutOff; then nothing of it is left. */
export async function keep(deps: { store: Store; clock: Clock; files: Blobs }, upload: Upload, content: Readable): Promise<Document> {
  const { store, clock, files } = deps;
  const { by, allowed, limit = LARGEST } = upload;
  const name = displayName(upload.name);
  const id = timeId(clock.now());
  let size = 0;
  const written = await files
    .write(id, content, (chunk) => {
      size += chunk.length;
      if (size > limit) throw new DocumentTooLarge(name, limit);
    })
    .catch((error: unknown) => {
      throw isCutOff(error, content) ? new DocumentCutOff(name) : error;
    });
  try {
    if (size === 0) throw new DocumentEmpty(name);
    const type = kindOf(await written.head().then(mediaType), name, allowed);
    const document: Document = { id, owner: looseOwner(by), uploadedBy: by, name, type, size, createdAt: clock.now() };
    await written.finish();
    await store.write(async (tx) => tx.put('documents', document));
    return document;
  } catch (error) {
    await written.remove();
    await files.remove(id);
    throw error;
  }
}

/** Whether it was the sender who ended it, not a rule and not the disk. */
function isCutOff(error: unknown, content: Readable): boolean {
  if (error instanceof RuleBroken) return false;
  return content.errored === error || (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE';
}

async function mediaType(head: Buffer): Promise<string | undefined> {
  // Read with the first upload: no start waits for all formats that there are.
  const { fileTypeFromBuffer } = await import('file-type');
  // What makes the reader of formats stumble is of none of ours.
  return (await fileTypeFromBuffer(head).catch(() => undefined))?.mime;
}

function kindOf(got: string | undefined, name: string, allowed: readonly Document['type'][]): Document['type'] {
  const kind = allowed.find((each) => each === got);
  if (!kind) throw new DocumentWrongKind(name, allowed, got);
  return kind;
}
