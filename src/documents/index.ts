/**
 * Documents (증빙 서류): uploaded files, each with a row that says whose evidence it is.
 * Words: owner (what it is evidence for, plain text), loose (uploaded, and nobody's evidence yet), claim.
 * Limits: 10 MB, jpg, png and, where a form says so, pdf, told by content; a file lives as long as its row.
 * Leaves to others: which documents a form needs (channels, sync, apps), how they come in (web/uploads).
 */
import { Readable } from 'node:stream';
import { type Clock, DAY } from '../clock.ts';
import { ALL, type Document, type JoinedStore, type Reader, type Tx } from '../store/index.ts';
import { openFiles } from '../store/files.ts';
import { keep, looseOwner, type Upload } from './keep.ts';
import { DocumentWrongKind, UnknownDocument } from './refused.ts';

export { EVIDENCE, LARGEST, looseOwner, PICTURES, type Upload } from './keep.ts';
export { DocumentCutOff, DocumentEmpty, DocumentTooLarge, DocumentWrongKind, UnknownDocument } from './refused.ts';
export type { Document } from '../store/index.ts';

export interface DocumentsOptions {
  store: JoinedStore;
  clock: Clock;
  /** Where the files are, or null to keep them only until `close`; a store that keeps files itself has no need of one. */
  folder: string | null;
}

export interface Claim {
  /** Account id of who attaches it. */
  by: string;
  owner: string;
  allowed: readonly Document['type'][];
}

export type Documents = Awaited<ReturnType<typeof openDocuments>>;

/** Removes what no row speaks of: files of a process that died, and uploads that nobody claimed within a day. */
export async function openDocuments({ store, clock, folder }: DocumentsOptions) {
  const files = store.blobs ?? openFiles(folder);
  const of = (owner: string, from: Reader = store): Promise<Document[]> => from.find('documents', 'owner', owner);
  const erase = (documents: readonly Document[]): Promise<void> =>
    store.landed(async () => {
      for (const { id } of documents) await files.remove(id);
    });
  const dropLoose = async (accountId: string, isOver: (document: Document) => boolean): Promise<void> =>
    erase(
      await store.write(async (tx) => {
        const over = (await of(looseOwner(accountId), tx)).filter(isOver);
        for (const { id } of over) tx.remove('documents', id);
        return over;
      }),
    );

  const rows = await store.find('documents', 'all', ALL);
  const isStale = ({ createdAt }: Document): boolean => createdAt <= clock.now() - DAY;
  for (const { owner, uploadedBy } of rows.filter(isStale)) if (owner === looseOwner(uploadedBy)) await dropLoose(uploadedBy, isStale);
  await files.retain(new Set((await store.find('documents', 'all', ALL)).map(({ id }) => id)));

  return {
    /**
     * Takes a file as it comes; it is the uploader's own (loose) until something claims it.
     * Throws DocumentTooLarge, DocumentEmpty, DocumentWrongKind, DocumentCutOff; then nothing of it is left.
     */
    async keep(upload: Upload, content: Readable): Promise<Document> {
      await dropLoose(upload.by, isStale);
      return keep({ store, clock, files }, upload, content);
    },

    byId: (id: string, from: Reader = store) => from.get('documents', id),

    /** The documents of an owner, oldest first. */
    of,

    /** The content of a document, or undefined when it is gone. */
    read: (id: string): Promise<Readable | undefined> => files.read(id),

    /** The content of every document that has one, by its id. */
    async contents(): Promise<Map<string, Buffer>> {
      const contents = new Map<string, Buffer>();
      for (const { id } of await store.find('documents', 'all', ALL)) {
        const content = await files.read(id);
        if (content) contents.set(id, Buffer.concat(await content.toArray()));
      }
      return contents;
    },

    /** Puts contents into their places, for rows that are about to be there again. */
    async putBack(contents: ReadonlyMap<string, Buffer>): Promise<void> {
      for (const [id, content] of contents) {
        const before = await files.read(id);
        before?.destroy();
        if (!before) await (await files.write(id, Readable.from([content]), () => undefined)).finish();
      }
    },

    /** Makes a loose document of this person the owner's, or finds it to be so. Throws UnknownDocument, DocumentWrongKind. */
    async claim(tx: Tx, id: string, { by, owner, allowed }: Claim): Promise<Document> {
      const document = await tx.get('documents', id);
      if (!document || ![owner, looseOwner(by)].includes(document.owner)) throw new UnknownDocument(id);
      if (!allowed.includes(document.type)) throw new DocumentWrongKind(document.name, allowed, document.type);
      if (document.owner !== owner) tx.put('documents', { ...document, owner });
      return { ...document, owner };
    },

    /** Removes the rows of all documents of an owner but these. Their files stay until `erase` is given what comes back. */
    async retain(tx: Tx, owner: string, ids: readonly string[]): Promise<Document[]> {
      const gone = (await of(owner, tx)).filter(({ id }) => !ids.includes(id));
      for (const { id } of gone) tx.remove('documents', id);
      return gone;
    },

    /** Removes the files of rows that were removed: after that `write`, never inside. */
    erase,

    /** Drops an upload of this person that nothing has claimed. */
    discard: (id: string, by: string): Promise<void> => dropLoose(by, (document) => document.id === id),

    close: () => files.close(),
  };
}
