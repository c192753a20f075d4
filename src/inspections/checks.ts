/** What can be checked without eyes: a pure function of what was submitted. Source: guide, 준비 1 (2. 서류 첨부) and 신청 2단계. */
import { tradesOf } from '../businesses/index.ts';
import { dateFault } from '../channels/issue-date.ts';
import { EVIDENCE, LARGEST, PICTURES } from '../documents/index.ts';
import type { Review } from '../reviews/index.ts';
import type { UrlCheck } from '../store/index.ts';
import type { Paper, Subject } from './subject.ts';

export type CheckName = 'tag' | 'titles' | 'url' | 'company' | 'papers' | 'evidence' | 'issueDate';

export interface Check {
  name: CheckName;
  /** Which tag, address or paper it is about; null for the whole. */
  about: string | null;
  verdict: 'ok' | 'notOk' | 'unknown';
  /** Why, in a word; with `details` it becomes a sentence. */
  why: string;
  details: Readonly<Record<string, string | number>>;
}

/** In the order in which they are read; `urls` is what the last check of the addresses found, if there was one. */
export function checksOf(subject: Subject, urls: UrlCheck | undefined): Check[] {
  const { review, application } = subject;
  const papers = subject.papers.map((paper) => evidence(paper, review.kind));
  if (review.kind === 'certification') return [attached(subject), ...papers, ...subject.papers.flatMap((each) => issueDate(each, review))];
  const addresses = addressesOf(subject).map((address) => url(address, urls));
  const terms = (application?.terms ?? []).flatMap((term) => [tag(subject, term.tag), titles(term)]);
  return [company(subject), ...terms, ...addresses, ...papers];
}

/** The addresses that should answer, each once. */
export function addressesOf({ application }: Subject): string[] {
  const given = [...(application?.terms ?? []).map((term) => term.url), application?.privacyUrl ?? null];
  return [...new Set(given.filter((each) => each !== null))];
}

/** 약관별 Tag는 중복될 수 없습니다. A term that was there before may have it when this is a new version of that term. */
function tag({ review, application, terms }: Subject, name: string): Check {
  const twice = (application?.terms ?? []).filter((each) => each.tag === name).length > 1;
  if (twice) return not('tag', name, 'twice');
  const isVersion = terms.some((term) => term.tag === name && term.reviewId === review.id && term.id.endsWith(` ${review.id}`));
  if (isVersion) return ok('tag', name, 'version');
  const isTaken = terms.some((term) => term.tag === name && term.reviewId < review.id);
  return isTaken ? not('tag', name, 'taken') : ok('tag', name, 'unique');
}

function titles({ tag: about, title }: { tag: string; title: { ko: string; en: string } }): Check {
  if (title.ko.trim() === '') return not('titles', about, 'noKorean');
  if (title.en.trim() === '') return not('titles', about, 'noEnglish');
  return /\p{Script=Hangul}/u.test(title.en) ? not('titles', about, 'koreanInEnglish') : ok('titles', about, 'both');
}

function url(address: string, urls: UrlCheck | undefined): Check {
  const found = urls?.results.find((each) => each.url === address);
  if (!found) return { name: 'url', about: address, verdict: 'unknown', why: 'notAsked', details: {} };
  const { verdict: why, status, at } = found;
  const verdict = why === 'answered' ? 'ok' : why === 'out_of_reach' ? 'unknown' : 'notOk';
  return { name: 'url', about: address, verdict, why, details: { status: status ?? '', at } };
}

/** 비즈 앱의 사업자정보와 일치하는지. Blanks and how letters are composed make no difference. */
function company({ app, business }: Subject): Check {
  if (!app || !business) return { name: 'company', about: null, verdict: 'unknown', why: 'noBusiness', details: {} };
  const details = { company: app.company, business: business.companyName };
  const same = plain(app.company) === plain(business.companyName);
  return { name: 'company', about: null, verdict: same ? 'ok' : 'notOk', why: same ? 'same' : 'different', details };
}

/** 필수 첨부, and the certificate of each trade. */
function attached({ certification, business, papers }: Subject): Check {
  if (!certification) return { name: 'papers', about: null, verdict: 'unknown', why: 'noForm', details: {} };
  const needed = ['registration', 'identity', ...(business ? tradesOf(business) : [])];
  const missing = needed.filter((name) => !papers.some((paper) => paper.of === name && paper.id !== null));
  return missing.length === 0 ? ok('papers', null, 'complete') : { ...not('papers', missing[0]!, 'missing') };
}

function evidence({ of, id, document }: Paper, kind: Review['kind']): Check {
  if (!document) return { name: 'evidence', about: of, verdict: 'unknown', why: id === null ? 'none' : 'gone', details: {} };
  const details = { type: document.type, size: document.size };
  const kinds: readonly string[] = kind === 'certification' ? PICTURES : EVIDENCE;
  if (!kinds.includes(document.type)) return { ...not('evidence', of, 'wrongKind'), details };
  return document.size > LARGEST ? { ...not('evidence', of, 'tooLarge'), details } : { ...ok('evidence', of, 'good'), details };
}

/** 발급일 3개월 이내, of the day that the applicant says. Whether the paper says the same takes eyes. */
function issueDate({ of, document, issuedOn }: Paper, { submittedAt }: Review): Check[] {
  if (!document) return [];
  const fault = dateFault(issuedOn ?? '', submittedAt);
  if (fault === 'undated') return [{ name: 'issueDate', about: of, verdict: 'unknown', why: fault, details: {} }];
  return [{ ...(fault ? not('issueDate', of, fault) : ok('issueDate', of, 'recent')), details: { day: issuedOn ?? '' } }];
}

const plain = (name: string): string => name.normalize('NFC').replace(/\s+/g, '');
const ok = (name: CheckName, about: string | null, why: string): Check => ({ name, about, verdict: 'ok', why, details: {} });
const not = (name: CheckName, about: string | null, why: string): Check => ({ name, about, verdict: 'notOk', why, details: {} });
