/** Callbacks without their causes: every event by hand, and the console's own test. */
import type { Tx } from '../store/index.ts';
import type { ConsentDeps } from './deps.ts';
import { previewCallback, testCallback, type TestRequest } from './test-callback.ts';
import { type TriggerRequest, triggers } from './triggers/events.ts';
import { compose, sendTrigger } from './triggers/send.ts';

export function callbackVerbs(deps: ConsentDeps) {
  const { store } = deps;
  return {
    /** An editor has a callback about themselves sent, or looks at it, without anything having happened; see test-callback.ts. */
    testCallback: (by: string, appId: string, request: TestRequest) => store.write((tx) => testCallback(deps, tx, by, appId, request)),
    previewCallback: (by: string, appId: string, request: TestRequest) => previewCallback(deps, by, appId, request),

    /** Every event that can be sent by hand; sent in the caller's unit of work, or looked at. See triggers/send.ts. */
    triggers,
    trigger: (tx: Tx, request: TriggerRequest) => sendTrigger(deps, tx, request),
    previewTrigger: (request: TriggerRequest) => compose(deps, store, request),
  };
}
