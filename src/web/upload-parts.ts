/** The parts of a multipart form as its parser finds them: fields are noted, files are handed on, and the first fault ends it. */
import type { BusboyInstance } from '@fastify/busboy';
import type { Readable } from 'node:stream';
import { InputRefused } from './forms.ts';

/** A form, or one field of it, that cannot be taken. `details.why` names the cause. */
export class UploadRefused extends InputRefused {
  override readonly code = 'upload_refused';
  readonly why: UploadFault;
  /** Of the answer. */
  readonly status: number;
  constructor(why: UploadFault, field: string, expected: string) {
    super(field, expected, { why });
    this.why = why;
    this.status = STATUS[why] ?? 400;
  }
}

export type UploadFault = 'no_form' | 'malformed' | 'unnamed' | 'not_a_file' | 'too_many' | 'too_large' | 'too_slow' | 'cut_off';

const STATUS: Partial<Record<UploadFault, number>> = { too_large: 413, too_slow: 408 };

/** A file on its way. `name` is the sender's word and nothing else. */
export interface Incoming {
  field: string;
  name: string;
  content: Readable;
}

export type FileFields = Readonly<Record<string, number>>;

export interface Limits {
  fileBytes: number;
  fields: number;
  fieldBytes: number;
  /** How long a form may take, for each file that it may bring. */
  fileMs: number;
}

/** What has come of a form so far. */
export interface Parts<Kept> {
  fields: [string, string][];
  kept: [string, Kept][];
  /** The sinks at work, and the streams that they read. */
  keeping: Promise<void>[];
  open: Readable[];
  /** Resolves when the parser is through, rejects with the first thing that is wrong. */
  ended: Promise<void>;
}

/** @param keep takes a file as it comes; its error ends the form */
export function partsOf<Kept>(
  parser: BusboyInstance,
  files: FileFields,
  keep: (file: Incoming) => Promise<Kept>,
  limits: Limits,
): Parts<Kept> {
  const { promise: ended, resolve, reject: refuse } = Promise.withResolvers<void>();
  const parts: Parts<Kept> = { fields: [], kept: [], keeping: [], open: [], ended };
  const begun: string[] = [];
  const hand = (file: Incoming): void => {
    const take = async (): Promise<void> => {
      parts.kept.push([file.field, await keep(file)]);
      file.content.resume(); // a sink may know enough before the end
    };
    const keeping = take();
    keeping.catch(refuse);
    parts.keeping.push(keeping);
    parts.open.push(file.content);
  };

  parser.on('field', (field, value, _nameCut, isCut) => {
    const refusal = fieldRefusal(field, isCut, files, limits);
    if (refusal) refuse(refusal);
    else parts.fields.push([field, value]);
  });
  parser.on('file', (field, content, name) => {
    // Before the sink hears of it: a body that ends inside a file is the sender's fault, not the sink's.
    content.on('error', () => refuse(new UploadRefused('cut_off', field, 'the file did not arrive whole')));
    content.on('limit', () => refuse(new UploadRefused('too_large', field, `expected at most ${limits.fileBytes} bytes`)));
    if (name) begun.push(field);
    const refusal = fileRefusal(field, begun, files);
    if (refusal) refuse(refusal);
    if (refusal || !name) content.resume();
    else hand({ field, name, content });
  });
  for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) {
    parser.on(limit, () => refuse(new UploadRefused('too_many', 'form', 'expected fewer fields')));
  }
  parser.on('error', () => refuse(new UploadRefused('malformed', 'form', 'expected a whole multipart form')));
  parser.on('finish', resolve);
  return parts;
}

function fieldRefusal(field: string | undefined, isCut: boolean, files: FileFields, { fieldBytes }: Limits): UploadRefused | undefined {
  if (!field) return new UploadRefused('unnamed', 'form', 'every field needs a name');
  if (Object.hasOwn(files, field)) return new UploadRefused('not_a_file', field, 'expected a file');
  return isCut ? new UploadRefused('too_large', field, `expected at most ${fieldBytes} bytes`) : undefined;
}

function fileRefusal(field: string | undefined, begun: readonly string[], files: FileFields): UploadRefused | undefined {
  if (!field) return new UploadRefused('unnamed', 'form', 'every file needs the name of its field');
  const most = Object.hasOwn(files, field) ? (files[field] ?? 0) : 0;
  const isOneTooMany = begun.filter((each) => each === field).length > most;
  return isOneTooMany ? new UploadRefused('too_many', field, most ? `expected at most ${most} files` : 'expected no file') : undefined;
}
