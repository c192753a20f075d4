/** Where an app's callbacks go (콜백 URL), and how: set by editors. Source: guide, 4단계 (플러스친구 추가/차단 콜백 URL 설정); kakao-api 3.3–3.5. */
import { RuleBroken } from '../rule.ts';
import type { Endpoint, Store } from '../store/index.ts';
import type { Webhooks } from '../webhooks/index.ts';
import { accountEvents } from './account-events.ts';
import { appFor } from './roles.ts';

/** There is no such event to subscribe to. `details.name`. */
export class UnknownEvent extends RuleBroken {
  readonly code = 'unknown_event';
}

/** GET or POST of 연결 해제 웹훅; the events of 계정 상태 변경 웹훅, where all of them are null. */
export interface CallbackOptions {
  method?: Endpoint['method'];
  events?: readonly string[];
}

interface Deps {
  store: Store;
  webhooks: Webhooks;
}

/** An empty address takes it away. Throws UnknownApp, AppRoleMissing, UnknownEvent, and what the room of webhooks throws. */
export async function setCallback(
  { store, webhooks }: Deps,
  by: string,
  appId: string,
  kind: Endpoint['kind'],
  url: string,
  { method, events }: CallbackOptions = {},
): Promise<Endpoint | undefined> {
  await appFor(store, appId, by, 'editor');
  if (url !== '') await webhooks.admit(url);
  return store.write(async (tx) => {
    await appFor(tx, appId, by, 'editor');
    const endpoint = await webhooks.register(tx, appId, kind, url);
    if (!endpoint || (!method && !events)) return endpoint;
    return webhooks.configure(tx, endpoint.id, { method, events: events && subscription(events) });
  });
}

function subscription(events: readonly string[]): readonly string[] | null {
  const unknown = events.find((event) => !accountEvents.some(({ name }) => name === event));
  if (unknown !== undefined) throw new UnknownEvent(`there is no event ${unknown}`, { name: unknown });
  return accountEvents.every(({ name }) => events.includes(name)) ? null : events;
}
