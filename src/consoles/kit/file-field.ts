/** A field for a file: what may be attached, in words, and what an earlier try has kept, so that nobody uploads it twice. */
import type { Translate } from '../../web/text/index.ts';
import type { Draft } from './draft.ts';
import { common, type FieldOptions, type FileField } from './field.ts';

/** A file that is kept, as documents/ knows it. */
export interface KeptFile {
  id: string;
  name: string;
  /** In bytes. */
  size: number;
}

export interface FileOptions extends FieldOptions {
  /** Media types: `PICTURES` or `EVIDENCE` of documents/, or those of a list. */
  kinds: readonly string[];
  /** In bytes. */
  limit: number;
  /** The document whose id the draft has for this field, if it still is one of this person's. */
  kept?: KeptFile | undefined;
  /** Where it can be looked at. */
  href?: string;
}

/** As people call the kinds. */
export const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
  'text/csv': 'csv',
  'text/plain': 'txt',
};

/** The hidden field that carries the id of a file that was kept: `registration` has `registrationKept`. */
export function keptName(name: string): string {
  return `${name}Kept`;
}

export function fileField(t: Translate, draft: Draft) {
  return (name: string, label: string, { kinds, limit, kept, href, hint, ...options }: FileOptions): FileField => {
    const words = { kinds: kinds.map((kind) => ENDINGS[kind] ?? kind).join(', '), limit: sizeInWords(limit) };
    const accepts = t('file.kinds', words);
    return {
      kind: 'file',
      ...common(t, draft, name, label, { ...options, hint: hint ? `${hint} ${accepts}` : accepts }, kept?.name ?? ''),
      accept: kinds.flatMap((kind) => [kind, ...(ENDINGS[kind] ? [`.${ENDINGS[kind]}`] : [])]).join(','),
      limitBytes: limit,
      tooLarge: t('file.tooLarge', words),
      wrongKind: t('file.wrongKind', words),
      kept: kept ? { name: kept.name, size: sizeInWords(kept.size), href: href ?? null, field: keptName(name), id: kept.id } : null,
    };
  };
}

/** `10MB`, `1.3MB`, `640KB`: as the guide writes sizes. */
export function sizeInWords(bytes: number): string {
  const megabytes = bytes / 1024 / 1024;
  if (megabytes >= 1) return `${Number(megabytes.toFixed(1))}MB`;
  return `${Math.max(1, Math.round(bytes / 1024))}KB`;
}
