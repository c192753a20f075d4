/**
 * Multipart forms of our own pages: read as they come, every part within limits, files handed on as streams.
 * A form counts as a whole: when any part of it is refused or the sender leaves, what was kept of its files is discarded.
 */
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import type { Context } from 'koa';
import { type FileFields, type Incoming, type Limits, partsOf, UploadRefused } from './upload-parts.ts';

export { type Incoming, type UploadFault, UploadRefused } from './upload-parts.ts';

export interface FormOptions<Kept> {
  /** Fields that are files, and how many there may be of each. A field without a chosen file counts for nothing. */
  files: FileFields;
  /** Takes a file as it comes, and may be slow: the sender then waits. Its error ends the form. */
  keep: (file: Incoming) => Promise<Kept>;
  /** Undoes `keep`, where the form came to nothing. */
  discard: (kept: Kept) => Promise<unknown>;
  limits?: Partial<Limits>;
}

export interface ReceivedForm<Kept> {
  /** As `form` wants them: a text, or a list of those that came several times. They are the context's body, too. */
  fields: Record<string, string | string[]>;
  /** What `keep` made of each file, by field. */
  files: Record<string, Kept[]>;
}

const USUAL: Limits = { fileBytes: 10 * 1024 * 1024, fields: 200, fieldBytes: 64 * 1024, fileMs: 30_000 };
/** For boundaries and headers of parts. */
const HEADERS = 8 * 1024;

/** Reads the form. Throws UploadRefused, and what `keep` throws. */
export async function receiveForm<Kept>(ctx: Context, options: FormOptions<Kept>): Promise<ReceivedForm<Kept>> {
  const limits = { ...USUAL, ...options.limits };
  const parser = parserOf(ctx, limits, total(options.files));
  const parts = partsOf(parser, options.files, options.keep, limits);
  const late = lateAfter(total(options.files) * limits.fileMs);
  try {
    await Promise.race([parts.ended, pumped(ctx, parser, mostBytes(limits, options.files)), late.promise]);
    await Promise.all(parts.keeping);
  } catch (error) {
    // The rest of the request is left to the server, which reads it away, so that the sender hears the answer.
    ctx.req.unpipe(parser);
    for (const content of parts.open) content.destroy(new Error('the form was refused'));
    await Promise.allSettled(parts.keeping);
    for (const [, made] of parts.kept) await options.discard(made);
    if (error instanceof UploadRefused && error.why === 'too_slow') hangUp(ctx);
    throw error;
  } finally {
    late.cancel();
  }
  const fields = grouped(parts.fields, (values) => (values.length === 1 ? values[0]! : values));
  ctx.request.body = fields;
  return { fields, files: grouped(parts.kept, (made) => made) };
}

function parserOf(ctx: Context, { fileBytes, fields, fieldBytes }: Limits, files: number): BusboyInstance {
  const type = ctx.get('content-type');
  if (!/^multipart\/form-data\s*;/i.test(type)) throw new UploadRefused('no_form', 'form', 'expected multipart/form-data');
  const limits = { fileSize: fileBytes, files, fields, fieldSize: fieldBytes, parts: files + fields, headerPairs: 16, headerSize: HEADERS };
  try {
    return new Busboy({ headers: { 'content-type': type }, limits });
  } catch {
    throw new UploadRefused('malformed', 'form', 'expected multipart/form-data with a boundary');
  }
}

/** Sends the request through the parser. Rejects when its sender leaves or sends more than all limits together. */
function pumped({ req }: Context, parser: BusboyInstance, most: number): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  let bytes = 0;
  req.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > most) reject(new UploadRefused('too_large', 'form', `expected at most ${most} bytes`));
  });
  const left = (): void => reject(new UploadRefused('cut_off', 'form', 'the form did not arrive whole'));
  req.once('error', left);
  req.once('close', () => {
    if (!req.complete) left();
  });
  req.pipe(parser);
  return promise;
}

/** A promise that rejects when the form has had its time. */
function lateAfter(ms: number): { promise: Promise<never>; cancel: () => void } {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new UploadRefused('too_slow', 'form', `expected the whole form within ${ms / 1000} seconds`)), ms);
  return { promise, cancel: () => clearTimeout(timer) };
}

/** Whoever is slow on purpose would go on: the connection ends with the answer. */
function hangUp({ req, res }: Context): void {
  res.setHeader('Connection', 'close');
  res.once('finish', () => req.destroy());
}

const total = (files: FileFields): number => Object.values(files).reduce((sum, most) => sum + most, 0);

const mostBytes = ({ fileBytes, fields, fieldBytes }: Limits, files: FileFields): number =>
  total(files) * (fileBytes + HEADERS) + fields * (fieldBytes + HEADERS) + HEADERS;

function grouped<T, R>(entries: readonly [string, T][], of: (values: T[]) => R): Record<string, R> {
  const groups = Map.groupBy(entries, ([field]) => field);
  return Object.fromEntries([...groups].map(([field, pairs]) => [field, of(pairs.map(([, value]) => value))]));
}
