/** 웹훅 테스트: a real callback to the registered address, about whoever asks, without anything having happened. Source: kakao-api 3.1. */
import type { Tx } from '../store/index.ts';
import type { Outgoing } from '../webhooks/index.ts';
import type { ConsentDeps } from './deps.ts';
import type { TriggerRequest } from './triggers/events.ts';
import { compose, sendTrigger } from './triggers/send.ts';

/** Which event it is to be. */
export type TestRequest = Omit<TriggerRequest, 'accountId' | 'appId'>;

/** An editor sends it; the id of the delivery. Throws UnknownApp, AppRoleMissing, and what compose throws. */
export async function testCallback(deps: ConsentDeps, tx: Tx, by: string, appId: string, request: TestRequest): Promise<string> {
  await deps.apps.asMember(appId, by, 'editor', tx);
  return sendTrigger(deps, tx, { ...request, appId, accountId: by });
}

/** What would be sent, and nothing is. Throws the same. */
export async function previewCallback(deps: ConsentDeps, by: string, appId: string, request: TestRequest): Promise<Outgoing> {
  await deps.apps.asMember(appId, by, 'editor');
  return compose(deps, deps.store, { ...request, appId, accountId: by });
}
