/**
 * Taking a form with files: each becomes a document of its sender, and its field the id of that. A file that is refused
 * is an error of its field, beside whatever else is wrong; files and texts of the same try are kept.
 */
import { PassThrough, type Readable } from 'node:stream';
import type { Context } from 'koa';
import { type Document, LARGEST } from '../../documents/index.ts';
import type { House } from '../../house.ts';
import { RuleBroken } from '../../rule.ts';
import { reading } from '../../web/language.ts';
import type { Errors } from '../../web/read-form.ts';
import type { TextKey } from '../../web/text/index.ts';
import { textOf } from '../../web/typed.ts';
import { receiveForm } from '../../web/uploads.ts';
import type { Draft } from './draft.ts';
import { ENDINGS, keptName, sizeInWords } from './file-field.ts';
import { personOf } from './person.ts';

/** The fields that are files, and the kinds that each takes: `PICTURES` or `EVIDENCE` of documents/. */
export type FileKinds = Readonly<Record<string, readonly Document['type'][]>>;

/** What people send by mistake is read to its end, so that they keep the rest of the form; beyond that the form is refused. */
const PATIENCE = 10 * LARGEST;

const TEXTS: Readonly<Record<string, TextKey>> = {
  document_too_large: 'file.tooLarge',
  document_wrong_kind: 'file.wrongKind',
  document_empty: 'file.empty',
  document_cut_off: 'file.cutOff',
};

/**
 * Reads the form in place of `formBody`. For `takeForm`, which gets what comes back as `found`, each file is then a text
 * field of its name: the id of the document that was sent now or kept from an earlier try, or ''. Throws UploadRefused.
 */
export async function takeFiles(house: House, ctx: Context, kinds: FileKinds): Promise<Errors> {
  const { documents } = house;
  const by = personOf(ctx).id;
  const { fields, files } = await receiveForm<Document | RuleBroken>(ctx, {
    files: Object.fromEntries(Object.keys(kinds).map((name) => [name, 1])),
    keep: ({ field, name, content }) => apart(content, (part) => documents.keep({ by, name, allowed: kinds[field] ?? [] }, part)),
    discard: async (kept) => (kept instanceof RuleBroken ? undefined : documents.discard(kept.id, by)),
    limits: { fileBytes: PATIENCE },
  });

  const errors: Record<string, string> = {};
  const ids: Record<string, string> = {};
  const attached: Record<string, string> = {};
  for (const [name, allowed] of Object.entries(kinds)) {
    const [sent] = files[name] ?? [];
    const before = [fields[keptName(name)] ?? ''].flat().at(-1) ?? '';
    if (sent instanceof RuleBroken) errors[name] = inWords(ctx, sent, allowed);
    if (sent && !(sent instanceof RuleBroken) && before) await documents.discard(before, by);
    ids[name] = sent && !(sent instanceof RuleBroken) ? sent.id : before;
    if (sent && !(sent instanceof RuleBroken)) attached[name] = `${sent.name} ${sent.size}`;
  }
  ctx.state.attached = attached;
  ctx.request.body = { ...fields, ...ids };
  return errors;
}

/** The files of this request, by field, as they can be recognised when they are sent again. */
export function attachedIn(ctx: Context): Readonly<Record<string, string>> {
  return (ctx.state.attached as Record<string, string> | undefined) ?? {};
}

/** The document whose id a draft has for a field, if this person may see it: an upload of their own, or evidence of `owner`. */
export async function keptFile(house: House, ctx: Context, draft: Draft, name: string, owner?: string): Promise<Document | undefined> {
  const document = await house.documents.byId(textOf(draft.typed, name));
  const isSeen = document?.uploadedBy === personOf(ctx).id || document?.owner === owner;
  return isSeen ? document : undefined;
}

/** A sink that refuses its file ends its own copy of the stream, not the form that the file is a part of. */
async function apart(content: Readable, keep: (part: Readable) => Promise<Document>): Promise<Document | RuleBroken> {
  const part = new PassThrough();
  content.once('error', (error) => part.destroy(error));
  content.pipe(part);
  try {
    return await keep(part);
  } catch (error) {
    // One that did not arrive whole is no matter of its field: the form has ended.
    if (!(error instanceof RuleBroken) || content.errored) throw error;
    return error;
  } finally {
    content.unpipe(part);
    content.resume();
  }
}

function inWords(ctx: Context, { code }: RuleBroken, allowed: readonly string[]): string {
  const kinds = allowed.map((kind) => ENDINGS[kind] ?? kind).join(', ');
  return reading(ctx).t(TEXTS[code] ?? 'form.format', { kinds, limit: sizeInWords(LARGEST) });
}
