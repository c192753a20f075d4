/** What arrived, in words and in one colour each. */
import type { InboxItem, InboxKind, InboxScript, Verdict } from '../../../inbox/index.ts';
import type { TextKey, Translate } from '../../../web/text/index.ts';
import type { Badge } from '../../kit/parts.ts';

export function pathOf(appId: string): string {
  return `/_sim/inbox/${encodeURIComponent(appId)}`;
}

export function kindWord(t: Translate, kind: InboxKind): string {
  return t(`inbox.kind.${kind}`);
}

export function verdictBadge(t: Translate, { verdict, duplicateOf }: Pick<InboxItem, 'verdict' | 'duplicateOf'>): Badge {
  if (verdict !== 'verified') return { word: t('inbox.notVerified'), look: 'fail' };
  return duplicateOf ? { word: t('inbox.duplicate'), look: 'wait' } : { word: t('inbox.verified'), look: 'ok' };
}

const VERDICTS = {
  verified: 'inbox.verdict.verified',
  no_authorization: 'inbox.verdict.noAuthorization',
  other_admin_key: 'inbox.verdict.otherAdminKey',
  wrong_key: 'inbox.verdict.wrongKey',
  no_secret: 'inbox.verdict.noSecret',
  no_signature: 'inbox.verdict.noSignature',
  wrong_time: 'inbox.verdict.wrongTime',
  wrong_signature: 'inbox.verdict.wrongSignature',
  no_set: 'inbox.verdict.noSet',
  set_signature: 'inbox.verdict.setSignature',
  set_typ: 'inbox.verdict.setTyp',
  set_issuer: 'inbox.verdict.setIssuer',
  set_audience: 'inbox.verdict.setAudience',
} as const satisfies Record<Verdict, TextKey>;

/** Why it is believed, or why not. */
export function verdictText(t: Translate, { verdict, kind }: Pick<InboxItem, 'verdict' | 'kind'>): string {
  if (verdict === 'verified') return t(kind === 'sync' ? 'inbox.bySignature' : kind === 'account' ? 'inbox.bySet' : 'inbox.byKey');
  return t(VERDICTS[verdict as Verdict]);
}

export function answeredText(t: Translate, { answered }: Pick<InboxItem, 'answered'>): string {
  return answered === 'hang' || answered === 'reset' ? t(`inbox.answered.${answered}`) : answered;
}

/** What a script will do, in one line. */
export function scriptText(t: Translate, { does, status, location, delayMs, timesLeft }: InboxScript): string {
  const what = t(`inbox.script.${does}`, { status, location: location ?? '' });
  return [what, delayMs > 0 && t('inbox.after', { ms: delayMs }), t('inbox.times', { times: timesLeft })].filter(Boolean).join(' · ');
}
