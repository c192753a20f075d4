/** `GET /_sim/reviews/:id/papers/:document`: evidence, to whoever reviews; and how it is shown beside a claim. */
import type { Context } from 'koa';
import type { House } from '../../../house.ts';
import { type Paper } from '../../../inspections/index.ts';
import { sendFile } from '../../../web/file-answer.ts';
import { hasText, type Translate } from '../../../web/text/index.ts';
import { sizeInWords } from '../../kit/file-field.ts';

export interface PaperView {
  label: string;
  /** Null where there is none to look at; `missing` says why. */
  file: { name: string; size: string; href: string; isPicture: boolean } | null;
  missing: string | null;
}

export function paperView(t: Translate, reviewId: string, { of, id, document }: Paper): PaperView {
  const label = paperName(t, of);
  if (!document) return { label, file: null, missing: t(id === null ? 'check.evidence.none' : 'check.evidence.gone') };
  const href = `/_sim/reviews/${encodeURIComponent(reviewId)}/papers/${encodeURIComponent(document.id)}`;
  const isPicture = document.type.startsWith('image/');
  return { label, file: { name: document.name, size: sizeInWords(document.size), href, isPicture }, missing: null };
}

/** 사업자등록증 and the like; a term's paper goes by its tag. */
export function paperName(t: Translate, of: string): string {
  const key = `paper.${of}`;
  return hasText(key) ? t(key) : of;
}

/** Only papers of this very review. */
export function showPaper({ inspections, documents }: House) {
  return async (ctx: Context): Promise<void> => {
    const paper = await inspections.paper(String(ctx.params.id), String(ctx.params.document));
    const content = paper?.document && (await documents.read(paper.document.id));
    if (paper?.document && content) sendFile(ctx, paper.document, content);
  };
}
