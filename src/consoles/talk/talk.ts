/** `GET /talk`: whose KakaoTalk is it, or everything in it. */
import type { Context } from 'koa';
import type { House } from '../../house.ts';
import { showChannels } from './channels.ts';
import { showSignIn, talkUser } from './session.ts';

export function showTalk(house: House) {
  return async (ctx: Context): Promise<void> => {
    const account = await talkUser(house, ctx);
    if (account) await showChannels(house, ctx, account);
    else await showSignIn(house, ctx);
  };
}
