/** The form of 인증 하기: its fields by name, from what is kept to what is typed and back, and what a broken rule means for it. */
import { z } from 'zod';
import { type CertificationForm, type CertificationProblem, type Paper, papers } from '../../../channels/index.ts';
import { PICTURES } from '../../../documents/index.ts';
import type { TextKey } from '../../../web/text/index.ts';
import type { Typed } from '../../../web/typed.ts';
import type { RuleWords } from '../../kit/take-form.ts';

/** The field of a paper's file. */
export const paperField = (paper: Paper) => `papers.${paper}.document` as const;
/** Jpg or png. */
export const PAPER_KINDS = Object.fromEntries(papers.map((paper) => [paperField(paper), PICTURES]));

const text = z.string().max(200).default('');
const box = z.string().max(20);

/** `document` is the id of a file that was uploaded, by this form or an earlier try. */
export const certificationForm = z.object({
  step: z.enum(['search', 'next']).default('search'),
  type: z.enum(['business', 'public']).default('business'),
  number: z.tuple([box, box, box]),
  business: z.object({ companyName: text, representative: text, type: text, item: text, address: text }).prefault({}),
  papers: z
    .partialRecord(
      z.enum(['registration', 'identity', 'mail-order', 'medical-devices', 'health-food']),
      z.object({ document: text, issuedOn: text }),
    )
    .default({}),
});

/** What was sent, as the room keeps it. */
export function formOfSent({ type, number, business, papers: sent }: z.output<typeof certificationForm>): CertificationForm {
  const kept = Object.entries(sent).map(([paper, { document, issuedOn }]) => [paper, { document: document || null, issuedOn }]);
  return { type, number: number.map((box) => box.trim()), business, papers: Object.fromEntries(kept) as CertificationForm['papers'] };
}

/** What is kept, field by field. */
export function typedOfForm({ type, number, business, papers: kept }: CertificationForm): Typed {
  return Object.fromEntries([
    ['type', type],
    ...number.map((box, at) => [`number.${at}`, box]),
    ...Object.entries(business).map(([field, value]) => [`business.${field}`, value]),
    ...papers.flatMap((paper) => [
      [paperField(paper), kept[paper]?.document ?? ''],
      [`papers.${paper}.issuedOn`, kept[paper]?.issuedOn ?? ''],
    ]),
  ]);
}

const WHY: Readonly<Record<CertificationProblem['why'], TextKey>> = {
  number: 'certification.wrong.number',
  empty: 'certification.wrong.empty',
  missing: 'certification.wrong.missing',
  trade: 'certification.wrong.trade',
  undated: 'certification.wrong.undated',
  old: 'certification.wrong.old',
  future: 'certification.wrong.future',
};

const textFor = ({ at, why }: CertificationProblem): TextKey => (at.startsWith('number.') ? 'certification.wrong.box' : WHY[why]);

/** For STEP 01. */
export const informationRules: RuleWords = {
  number_refused: ({ box }) => [
    typeof box === 'number' ? [`number.${box}`, 'certification.wrong.box'] : ['number', 'certification.wrong.number'],
  ],
  certification_incomplete: ({ problems }) => (problems as CertificationProblem[]).map((each) => [each.at, textFor(each)] as const),
  unknown_document: ['', 'center.wrong.document'],
  document_wrong_kind: ['', 'center.wrong.document'],
};

/** For STEP 02, which has no fields. */
export const confirmationRules: RuleWords = { certification_incomplete: ['', 'certification.wrong.incomplete'] };
