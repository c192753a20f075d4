/** 예시 화면 확인: the question of the consent screen, as it would be if what is applied for were approved. Source: guide, 신청 2단계. */
import type { Account, App } from '../store/index.ts';
import { ask, NO_REQUEST, type Question, type Situation } from './ask.ts';
import type { ConsentDeps } from './deps.ts';
import { offeredChannels } from './offered-channels.ts';

export interface Preview {
  app: App;
  situation: Situation;
  question: Question;
}

/** What a person who is not linked yet would be asked, 14 or older and with KakaoTalk. Nothing of it can be answered. Throws UnknownApp, AppRoleMissing. */
export async function preview(deps: ConsentDeps, appId: string, account: Account): Promise<Preview> {
  const { app, items, simpleSignup } = await deps.sync.asApproved(account.id, appId);
  const channels = await offeredChannels(deps, app, []);
  const viewer = { ...account, hasTalk: true };
  const situation = { app, account: viewer, age: null, link: undefined, agreed: new Map(), items, simpleSignup, channels };
  const asked = ask(situation, NO_REQUEST);
  // Whoever is not linked is always asked.
  if (asked.kind !== 'question') throw new Error(`no question of app ${appId}: ${asked.kind}`);
  return { app, situation, question: asked.question };
}
