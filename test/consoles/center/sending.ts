/** Somebody who sends messages from the centre, and those who read them, for tests. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { clerk, type Clerk, type Filled, type Sheet } from '../../helpers/clerk.ts';
import { FORM_COOKIE, withToken } from '../../helpers/form-token.ts';
import { APPS, type World } from '../../helpers/house.ts';
import { goThrough } from '../../helpers/login.ts';
import { PARTNER } from '../../helpers/rooms.ts';

export const CHANNEL = '_xqDemo';
export const MESSAGES = `/center/profiles/${CHANNEL}/messages`;
export const GROUPS = `${MESSAGES}/groups`;
/** Seeded users of the demo app: one who added its channel, and one who did not. */
export const RETURNING = { id: '03-returning', key: 'returning', number: '3900000001' };

export interface Sender extends Clerk {
  /** Fills in, looks at the preview and sends; the page of the message. */
  sends(filled?: Filled): Promise<Sheet>;
  /** Uploads a list and comes to the page of its group. */
  uploads(content: string | Buffer, filled?: Filled, name?: string): Promise<Sheet>;
}

/** The master of the demo profile, unless told otherwise. */
export async function sender(world: World, accountId = PARTNER): Promise<Sender> {
  const who = await clerk(world, accountId);
  return {
    ...who,
    async sends(filled = {}) {
      const preview = await who.send(await who.open(`${MESSAGES}/new`), { to: 'all', text: '안녕하세요', ...filled });
      assert.ok(preview.has('confirm'), preview.html);
      return who.send(preview, { confirmed: 'yes' });
    },
    async uploads(content, filled = {}, name = '회원.csv') {
      const list = { bytes: Buffer.from(content), name };
      return who.send(await who.open(GROUPS), { app: APPS.demo, name: '', ...filled }, { list });
    },
  };
}

/** Somebody's phone: pages as text, and the buttons of messages. */
export async function reader({ house, url }: World, accountId: string) {
  const cookie = `kakao_sync_talk=${await house.accounts.openSession(accountId)}; ${FORM_COOKIE}`;
  return {
    open: async (path: string): Promise<string> => (await supertest(url).get(path).set('Cookie', cookie)).text,
    press: (messageId: string) =>
      supertest(url)
        .post(withToken({ house }, `/talk/messages/${messageId}/clicks`))
        .set('Cookie', cookie)
        .set('Origin', url),
  };
}

/** A persona joins the demo app, and adds its profile on the way or does not. Resolves with the user number. */
export async function joins(world: World, as: string, { asFriend }: { asFriend: boolean }): Promise<string> {
  await goThrough(world, { app: APPS.demo, as, agree: ({ name }) => asFriend || name !== 'channel' });
  const account = await world.house.accounts.persona(as);
  return (await world.house.consent.link(APPS.demo, account!.id))!.number;
}

/** Adds the demo profile, as its people do in KakaoTalk. */
export async function befriends({ house }: World, ...accountIds: string[]): Promise<void> {
  for (const id of accountIds) await house.consent.relate(CHANNEL, (await house.accounts.byId(id))!, 'ADDED');
}

/** The id of the message or group that a page is about. */
export function idOf({ path }: Sheet): string {
  return new URL(path, 'http://localhost').pathname.split('/').at(-1)!;
}
