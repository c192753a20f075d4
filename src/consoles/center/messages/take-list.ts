/** Taking a form with an uploaded list of user numbers: read as it comes, within its limit, and judged by its content. */
import type { Readable } from 'node:stream';
import type { Context } from 'koa';
import { LARGEST_LIST, MOST_GROUP_NAME, readList, type UploadedList } from '../../../messages/index.ts';
import { RuleBroken } from '../../../rule.ts';
import { reading } from '../../../web/language.ts';
import type { Errors } from '../../../web/read-form.ts';
import type { TextKey } from '../../../web/text/index.ts';
import { receiveForm } from '../../../web/uploads.ts';
import { sizeInWords } from '../../kit/file-field.ts';

/** What people send by mistake is read to its end, so that they hear what is wrong with it. */
const PATIENCE = 10 * LARGEST_LIST;

const TEXTS: Readonly<Record<string, TextKey>> = { list_too_large: 'messages.wrong.tooLarge', not_a_list: 'messages.wrong.notAList' };
const NOTHING: UploadedList = { numbers: [], refused: [], repeated: 0 };

interface Taken {
  name: string;
  size: number;
  list: UploadedList;
  refusal: RuleBroken | null;
}

/** Reads the form in place of `formBody`. A group that was given no name has that of its file. Throws UploadRefused. */
export async function takeList(ctx: Context, field: string): Promise<{ list: UploadedList; errors: Errors }> {
  const { fields, files } = await receiveForm<Taken>(ctx, {
    files: { [field]: 1 },
    keep: async ({ name, content }) => judged(name, await wholeOf(content)),
    discard: async () => undefined,
    limits: { fileBytes: PATIENCE },
  });
  const [taken] = files[field] ?? [];
  const given = [fields.name ?? ''].flat().at(-1)!.trim();
  ctx.request.body = { ...fields, name: given || nameOf(taken) };
  if (!taken) return { list: NOTHING, errors: { [field]: reading(ctx).t('messages.wrong.noFile') } };
  ctx.state.attached = { [field]: `${taken.name} ${taken.size}` };
  const { list, refusal } = taken;
  return { list, errors: refusal ? { [field]: inWords(ctx, refusal) } : {} };
}

/** No more of it than tells that it is too large. */
async function wholeOf(content: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    if (size <= LARGEST_LIST) chunks.push(chunk);
    size += chunk.length;
  }
  return Buffer.concat(chunks);
}

function judged(name: string, content: Buffer): Taken {
  try {
    return { name, size: content.length, list: readList(content), refusal: null };
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error;
    return { name, size: content.length, list: NOTHING, refusal: error };
  }
}

function nameOf(taken: Taken | undefined): string {
  const name = (taken?.name ?? '').split(/[/\\]/).at(-1)!.normalize('NFC');
  return [...name.replace(/\.(csv|txt)$/i, '').trim()].slice(0, MOST_GROUP_NAME).join('');
}

function inWords(ctx: Context, { code }: RuleBroken): string {
  return reading(ctx).t(TEXTS[code] ?? 'form.format', { limit: sizeInWords(LARGEST_LIST) });
}
