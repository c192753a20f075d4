/** Which deliveries are asked for. */
import { z } from 'zod';
import type { House } from '../house.ts';
import type { Delivery } from '../webhooks/index.ts';
import { findAccount, findApp, findChannel } from './find.ts';
import { says } from './says.ts';
import { states } from './shapes.ts';

export const filters = {
  app: says(z.string().optional(), 'Of one app: its id, a key of it, or its name.', '앱 하나만: 앱 ID, 키 또는 이름'),
  event: says(z.string().optional(), 'Of one event, like `channel.added`.', '이벤트 하나만. 예: `channel.added`'),
  user: says(
    z.string().optional(),
    'About one person: persona, account id, login id, or with `app` a user number.',
    '사용자 한 명만: 페르소나, 계정 ID, 로그인 ID 또는 `app`과 함께 회원번호',
  ),
  channel: says(z.string().optional(), 'About one channel: its id, search id or name.', '채널 하나만: 프로필 ID, 검색용 아이디 또는 이름'),
  state: says(z.enum(states).optional(), 'In one state.', '상태 하나만'),
  endpoint: says(z.string().optional(), 'Of one endpoint: `app:kind`.', '엔드포인트 하나만: `앱:종류`'),
};

interface Asked {
  app?: string | undefined;
  endpoint?: string | undefined;
  state?: Delivery['state'] | undefined;
  event?: string | undefined;
  user?: string | undefined;
  channel?: string | undefined;
}

/** What is asked for, by ids. Throws InputRefused for an app, a person or a channel that there is not. */
export async function filterOf(house: House, asked: Asked) {
  const { app: appText, user, channel } = asked;
  const app = appText ? await findApp(house, appText) : undefined;
  return {
    appId: app?.id,
    endpointId: asked.endpoint,
    state: asked.state,
    event: asked.event,
    accountId: user && (await findAccount(house, user, app)).id,
    channelId: channel && (await findChannel(house, channel)).id,
  };
}
