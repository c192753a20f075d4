/** A page of the phone: whose it is, what it is called, and its tabs. Drawn by partials/talk/top and partials/talk/bottom. */
import type { Context } from 'koa';
import type { Account } from '../../accounts/index.ts';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { doneText } from '../kit/done.ts';
import { pictureOf } from '../kit/sign-in.ts';

/** 채널, 받은 메시지, 연결된 서비스. */
export type PhoneTab = 'channels' | 'messages' | 'services';

export interface Phone {
  /** Of the page; the title of its window names KakaoTalk, too. */
  heading: string;
  title: string;
  me: { id: string; nickname: string; login: string; image: string | null };
  /** A page below a tab leads back to it. */
  back: { href: string; word: string } | null;
  tabs: { name: PhoneTab; href: string; word: string; isCurrent: boolean; count: string | null }[];
  done: string | null;
}

export interface PhoneScreen {
  phone: Phone;
}

const PATHS: Readonly<Record<PhoneTab, string>> = { channels: '/talk', messages: '/talk/messages', services: '/talk/services' };

/** @param below what a page below the tab is called, and where it leads back to unless that is the tab */
export async function phoneOf(
  house: House,
  ctx: Context,
  account: Account,
  tab: PhoneTab,
  below?: { heading: string; back?: Phone['back'] },
): Promise<Phone> {
  const { t } = reading(ctx);
  const { id, nickname, email, phone, key } = account;
  const unread = await house.messages.unread(id);
  const heading = below?.heading ?? t(`talk.tab.${tab}`);
  return {
    heading,
    title: `${heading} - ${t('talk.title')}`,
    me: { id, nickname, login: email?.address ?? phone ?? key ?? '', image: pictureOf(account) },
    back: below ? (below.back ?? { href: PATHS[tab], word: t(`talk.tab.${tab}`) }) : null,
    tabs: (Object.keys(PATHS) as PhoneTab[]).map((name) => ({
      name,
      href: PATHS[name],
      word: t(`talk.tab.${name}`),
      isCurrent: name === tab,
      count: name === 'messages' && unread > 0 ? String(unread) : null,
    })),
    done: doneText(ctx),
  };
}

export function channelPath(channelId: string, page: '' | '/messages' = ''): string {
  return `/talk/channels/${encodeURIComponent(channelId)}${page}`;
}
