/** 간편가입 and the channel of the consent screen: switched by editors, within what is approved and connected. Source: guide, 4단계. */
import { RuleBroken } from '../rule.ts';
import type { App, Application, Reader, Term, Tx } from '../store/index.ts';
import type { SyncDeps } from './deps.ts';
import { ChannelNotConnected } from './desk.ts';

/** 검수를 신청하고 완료되면 간편가입을 설정할 수 있습니다: no terms of the app are approved. */
export class TermsNotApproved extends RuleBroken {
  readonly code = 'terms_not_approved';
}

/** 간편가입 as it stands: the terms of the screen, and whether the age row is on it. */
export interface SimpleSignup {
  terms: Term[];
  ageCheck: boolean;
}

/** What simple signup would ask for, switched on or not; null before its terms are approved. With `until`, as it was at that moment. */
export async function approvedSignup(
  { reviews, terms }: SyncDeps,
  appId: string,
  from: Reader,
  until = Infinity,
): Promise<SimpleSignup | null> {
  const approved: Application[] = [];
  for (const application of await from.find('applications', 'app', appId)) {
    const decision = (await reviews.byId(application.reviewId, from))?.decision;
    if (application.kind === 'terms' && decision?.outcome === 'approved' && decision.decidedAt <= until) approved.push(application);
  }
  if (approved.length === 0) return null;
  return { terms: await terms.approved(appId, from, until), ageCheck: approved.some(({ ageCheck }) => ageCheck) };
}

/** 간편가입 ON or OFF. Throws UnknownApp, AppRoleMissing, TermsNotApproved. */
export async function switchSimpleSignup({ apps, terms }: SyncDeps, tx: Tx, by: string, appId: string, on: boolean): Promise<App> {
  const app = await apps.asMember(appId, by, 'editor', tx);
  if (on && (await terms.approved(appId, tx)).length === 0) throw new TermsNotApproved(`app ${appId} has no approved terms`, { appId });
  const after = { ...app, simpleSignupOn: on };
  tx.put('apps', after);
  return after;
}

/** 플러스친구 추가 설정: the profile on the consent screen, or none. Throws UnknownApp, AppRoleMissing, ChannelNotConnected. */
export async function chooseChannel({ apps }: SyncDeps, tx: Tx, by: string, appId: string, channelId: string | null): Promise<App> {
  const app = await apps.asMember(appId, by, 'editor', tx);
  if (channelId !== null && !(await tx.get('connections', `${appId}:${channelId}`)))
    throw new ChannelNotConnected(`profile ${channelId} is not connected`, { channelId });
  const after = { ...app, channelOnConsent: channelId };
  tx.put('apps', after);
  return after;
}
