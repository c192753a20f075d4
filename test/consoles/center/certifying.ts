/** Applying for 비즈니스 인증 through its pages. */
import { png } from '../../documents/files.ts';
import type { World } from '../../helpers/house.ts';
import type { Browser, Page, Sending } from './browser.ts';

/** Of OWNER, and never applied for. */
export const DAILYLOOK = '/center/profiles/_xtDly';
export const CERTIFICATION = `${DAILYLOOK}/certification`;
export const STEP_01 = `${CERTIFICATION}/new`;
export const STEP_02 = `${CERTIFICATION}/confirmation`;

/** 주식회사 카카오, which is stored. */
export const STORED = numbered('120', '81', '47521');
/** A number that checks, and is nobody's yet. */
export const UNKNOWN = numbered('999', '81', '05058');
export const TYPED_BUSINESS = {
  'business.companyName': '주식회사 온갖',
  'business.representative': '온갖이',
  'business.type': '소매업',
  'business.item': '잡화',
  'business.address': '시뮬레이션시 가상구 온갖로 1',
};

export type PaperName = 'registration' | 'identity' | 'mail-order' | 'medical-devices' | 'health-food';
export const fileField = (paper: PaperName) => `papers.${paper}.document`;
export const dateField = (paper: PaperName) => `papers.${paper}.issuedOn`;

export function numbered(...boxes: [string, string, string]): Record<string, string> {
  return Object.fromEntries(boxes.map((box, at) => [`number.${at}`, box]));
}

/** The day so many days ago, in Seoul on the house clock. */
export function daysAgo({ clock }: World, days = 0): string {
  return new Date(clock.now() + (9 - 24 * days) * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** Pictures of today for these papers. */
export function papersOf(world: World, ...names: PaperName[]): Required<Pick<Sending, 'typed' | 'files'>> {
  return {
    typed: Object.fromEntries(names.map((name) => [dateField(name), daysAgo(world)])),
    files: Object.fromEntries(names.map((name) => [fileField(name), png])),
  };
}

/** 다음 in STEP 01, with a number and both papers unless told otherwise. */
export async function next(world: World, browser: Browser, { typed, files }: Sending = {}, page?: Page): Promise<Page> {
  const usual = papersOf(world, 'registration', 'identity');
  return browser.send(page ?? (await browser.open(STEP_01)), {
    typed: { ...STORED, ...usual.typed, ...typed },
    files: { ...usual.files, ...files },
    button: ['step', 'next'],
  });
}

/** 검색 in STEP 01. */
export async function search(browser: Browser, sending: Sending, page?: Page): Promise<Page> {
  return browser.send(page ?? (await browser.open(STEP_01)), { ...sending, button: ['step', 'search'] });
}

/** Both steps: resolves with the page after 심사 요청. */
export async function certify(world: World, browser: Browser, sending: Sending = {}): Promise<Page> {
  return browser.send(await next(world, browser, sending));
}

/** Id of the review that waits for the profile. */
export async function pendingReview({ house }: World, profileId = '_xtDly'): Promise<string> {
  return (await house.reviews.newest('certification', profileId))!.id;
}
