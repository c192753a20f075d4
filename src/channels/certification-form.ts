/** 인증 하기 as it is filled in, and everything that keeps it from being handed in: pure functions. Source: guide, 준비 1. */
import {
  type Boxes,
  type Business,
  type BusinessFacts,
  missingFacts,
  NumberRefused,
  registrationNumber,
  trades,
  tradesOf,
} from '../businesses/index.ts';
import { RuleBroken } from '../rule.ts';
import type { Certification, CertificationDraft } from '../store/index.ts';
import { type DateFault, dateFault } from './issue-date.ts';

/** Documents are ids of what this person, or a manager before, has uploaded. */
export type CertificationForm = CertificationDraft['form'];

/** 비즈니스 사업자 type, and 공공기관 / 유명인 type. */
export type CertificationType = Certification['type'];
export const certificationTypes: readonly CertificationType[] = ['business', 'public'];

/** 사업자등록증, 재직증명서 또는 대표자의 신분증, 업종별 제출 서류; in the order of the form. */
export type Paper = keyof Certification['papers'];
export const papers: readonly Paper[] = ['registration', 'identity', ...trades];

export const EMPTY_CERTIFICATION: CertificationForm = {
  type: 'business',
  number: ['', '', ''],
  business: { companyName: '', representative: '', type: '', item: '', address: '' },
  papers: {},
};

/** One thing that is wrong, and where: like `papers.identity.issuedOn`. */
export interface CertificationProblem {
  at: 'number' | `number.${number}` | `business.${keyof BusinessFacts}` | `papers.${Paper}.${'document' | 'issuedOn'}`;
  why: 'number' | 'empty' | 'missing' | 'trade' | DateFault;
}

/** The form cannot be handed in as it is. `details.problems` says all that is wrong, in the order of the form. */
export class CertificationIncomplete extends RuleBroken {
  readonly code = 'certification_incomplete';
  constructor(problems: readonly CertificationProblem[]) {
    super(`not ready: ${problems.map(({ at, why }) => `${at} ${why}`).join(', ')}`, { problems });
  }
}

/** @param stored the business under the form's number, if one is stored: then none has to be typed */
export function certificationProblems(form: CertificationForm, stored: Business | undefined, now: number): CertificationProblem[] {
  const needed: Paper[] = ['registration', 'identity'];
  const ofTrades = tradesOf(stored ?? form.business);
  const asked = papers.flatMap((paper): CertificationProblem[] => {
    const { document, issuedOn } = form.papers[paper] ?? { document: null, issuedOn: '' };
    if (document) {
      const fault = dateFault(issuedOn, now);
      return fault ? [{ at: `papers.${paper}.issuedOn`, why: fault }] : [];
    }
    const at = `papers.${paper}.document` as const;
    if (needed.includes(paper)) return [{ at, why: 'missing' }];
    return ofTrades.some((trade) => trade === paper) ? [{ at, why: 'trade' }] : [];
  });
  const wrongNumber = numberProblems(form);
  const typed = stored || wrongNumber.length > 0 ? [] : missingFacts(form.business);
  return [...wrongNumber, ...typed.map((field) => ({ at: `business.${field}`, why: 'empty' }) as const), ...asked];
}

/** The boxes of the form. */
export function boxesIn({ number: [first = '', second = '', third = ''] }: CertificationForm): Boxes {
  return [first, second, third];
}

function numberProblems(form: CertificationForm): CertificationProblem[] {
  try {
    registrationNumber(boxesIn(form));
    return [];
  } catch (error) {
    if (!(error instanceof NumberRefused)) throw error;
    const { box } = error.details;
    return [{ at: typeof box === 'number' ? `number.${box}` : 'number', why: 'number' }];
  }
}
