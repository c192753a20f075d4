/** An app on its way through 신청: what a partner fills in, and the evidence beside it. */
import type { DraftContent } from '../../src/sync/index.ts';
import { APPS } from '../helpers/house.ts';
import { COLLEAGUE, OWNER, type Rooms, upload } from '../helpers/rooms.ts';

/** A biz app without any profile: OWNER owns it, COLLEAGUE is an editor. */
export const APP = APPS.biz;
/** Certified profiles of its business: OWNER is master of the first and third, and manager of the second. COLLEAGUE is only member of the first. */
export const PROFILES = ['_xaGdm', '_xbTkW', '_xcNqs'] as const;

export type FilledTerm = DraftContent['terms'][number];

/** A term with everything filled in. */
export async function filledTerm(rooms: Rooms, tag: string, over: Partial<FilledTerm> = {}): Promise<FilledTerm> {
  const title = { ko: `${tag} 약관`, en: `Terms of ${tag}` };
  return { tag, title, url: `https://example.com/${tag}`, required: true, evidence: await upload(rooms, OWNER), ...over };
}

/** Both parts of an application with everything filled in. */
export async function filled(rooms: Rooms, over: Partial<DraftContent> = {}): Promise<DraftContent> {
  return {
    kinds: ['terms', 'items'],
    terms: [await filledTerm(rooms, 'service_20261123'), await filledTerm(rooms, 'marketing_20261123', { required: false })],
    ageCheck: true,
    items: [
      { id: 'phone_number', required: true },
      { id: 'birthyear', required: false },
    ],
    reason: '주문 상담과 생일 쿠폰을 위해 수집합니다.',
    privacyUrl: 'https://example.com/privacy',
    evidence: await upload(rooms, OWNER),
    ...over,
  };
}

/** Connects the app, saves the draft and submits it. Resolves with the reviews. */
export async function applied(rooms: Rooms, content: DraftContent) {
  const { sync } = rooms.house;
  if ((await sync.connections(APP)).length === 0) await sync.connect(OWNER, APP, [PROFILES[0]]);
  const { version } = await sync.saveDraft(OWNER, APP, (await sync.draft(OWNER, APP)).version, content);
  return sync.submit(OWNER, APP, version);
}

/** The same, and approved. */
export async function approved(rooms: Rooms, content: DraftContent): Promise<void> {
  for (const { id } of await applied(rooms, content)) await rooms.house.reviews.approve(id);
}

export { COLLEAGUE, OWNER };
