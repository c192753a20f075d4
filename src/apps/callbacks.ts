/** Where an app's callbacks go (콜백 URL): set by editors. Source: guide, 4단계 (플러스친구 추가/차단 콜백 URL 설정); kakao-api 3.3. */
import type { Endpoint, Tx } from '../store/index.ts';
import type { Webhooks } from '../webhooks/index.ts';
import { appFor } from './roles.ts';

/** An empty address takes it away. Throws UnknownApp, AppRoleMissing, CallbackUrlRefused. */
export async function setCallback(
  tx: Tx,
  webhooks: Webhooks,
  by: string,
  appId: string,
  kind: Endpoint['kind'],
  url: string,
): Promise<Endpoint | undefined> {
  await appFor(tx, appId, by, 'editor');
  return webhooks.register(tx, appId, kind, url.trim());
}
