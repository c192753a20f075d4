/** Somebody who applies for Kakao Sync in 카카오 for 비즈니스: a biz app that is connected, and its form filled in. */
import { pdf, png } from '../documents/files.ts';
import type { Attached, Clerk, Filled, Sheet } from '../helpers/clerk.ts';
import { clerk } from '../helpers/clerk.ts';
import { APPS, type World } from '../helpers/house.ts';
import { OWNER } from '../helpers/rooms.ts';

export const APPLICATION = `/business/apps/${APPS.biz}/application`;
export const DETAILS = `${APPLICATION}/details`;
export const RESULT = `/business/apps/${APPS.biz}/result`;

export const TERM: Filled = {
  'terms.0.title.ko': '서비스 이용약관',
  'terms.0.title.en': 'Terms of Service',
  'terms.0.url': 'https://example.com/terms',
  'terms.0.required': 'required',
  'terms.0.tag': 'service_20190311',
};
export const ITEMS: Filled = {
  'item.phone_number': 'required',
  'item.birthyear': 'optional',
  reason: '주문 상담을 위해 수집합니다.',
  privacyUrl: 'https://example.com/privacy',
};
export const FILES: Attached = { 'terms.0.evidence': { bytes: png }, evidence: { bytes: pdf, name: '가입화면.pdf' } };

/** The second of several terms. */
export function termAt(at: number, tag: string, over: Filled = {}): Filled {
  const renamed = Object.entries(TERM).map(([name, value]) => [name.replace('.0.', `.${at}.`), value]);
  return { ...Object.fromEntries(renamed), [`terms.${at}.tag`]: tag, ...over };
}

/** The owner of the app, whose first profile is connected. */
export async function applicant(world: World): Promise<Clerk> {
  if ((await world.house.sync.connections(APPS.biz)).length === 0) await world.house.sync.connect(OWNER, APPS.biz, ['_xaGdm']);
  return clerk(world, OWNER);
}

/** 상세 내용 작성 for these reviews. */
export async function beginDetails(who: Clerk, ...kinds: ('terms' | 'items')[]): Promise<Sheet> {
  return who.send(await who.open(APPLICATION), { kinds });
}

/** Both reviews, filled in and handed in; the reviews. */
export async function handIn(world: World, who: Clerk, filled: Filled = {}) {
  await who.send(await beginDetails(who, 'terms', 'items'), { do: 'submit', ...TERM, ...ITEMS, ...filled }, FILES);
  return world.house.reviews.pending();
}
