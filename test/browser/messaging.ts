/** Messages in a browser: a list uploaded and a message sent from the centre, each page as it comes. */
import type { Town } from './town.ts';
import type { Visit } from './visit.ts';
import { openConsole } from './ways.ts';

export const CHANNEL = '_xqDemo';
export const MESSAGES = `/center/profiles/${CHANNEL}/messages`;
export const PARTNER = 'partner@example.com';

/** Someone who added the channel, one who is no user, and a line that is no number. */
const LIST = '회원번호\n3900000001\n3900000018\n3999999999\n홍길동\n';

export interface Draft {
  text?: string;
  title?: string;
  link?: string;
}

/** Fills in 메시지 보내기 and comes to its preview. */
export async function previewMessage(visit: Visit, town: Town, draft: Draft = {}): Promise<void> {
  await openConsole(visit, town, `${MESSAGES}/new`, PARTNER);
  const { text = '봄 신상이 나왔어요.\n오늘만 무료 배송!', title = '보러 가기', link = `${town.url}/` } = draft;
  for (const [name, value] of Object.entries({ text, title, link })) await visit.page.locator(`[name="${name}"]`).fill(value);
  await visit.see('submit').click();
  await visit.see('confirm').waitFor();
}

/** Sends it to all friends and comes to its page. */
export async function sendMessage(visit: Visit, town: Town, draft: Draft = {}): Promise<void> {
  await previewMessage(visit, town, draft);
  await visit.see('confirm-do').click();
  await visit.see('message-facts').waitFor();
}

/** Uploads a list and comes to the page of its group. */
export async function uploadGroup(visit: Visit, town: Town, content: string | Buffer = LIST): Promise<void> {
  await openConsole(visit, town, `${MESSAGES}/groups`, PARTNER);
  await visit.page.locator('[name="list"]').setInputFiles({ name: '봄 회원.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
  await visit.see('submit').click();
}
