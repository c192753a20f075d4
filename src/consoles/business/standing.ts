/** How an app stands with Kakao Sync, in a badge, sentences and the button that the guide gives it. Source: guide, 신청 2단계, 신청 버튼 상태 구분. */
import type { App } from '../../apps/index.ts';
import type { House } from '../../house.ts';
import type { ApplicationEntry, ApplyButton } from '../../sync/index.ts';
import type { Language, Translate } from '../../web/text/index.ts';
import { type Action, type Badge, badge, link, type Status } from '../kit/parts.ts';
import { shortItemName } from './item-name.ts';
import { pathsOf } from './page.ts';

export interface SyncStanding {
  badge: Badge;
  /** What was turned down, in a sentence each. */
  says: string[];
  actions: Action[];
}

const STATUSES = { before: 'notApplied', 'no-role': 'noRole', pending: 'pending' } as const satisfies Partial<Record<ApplyButton, Status>>;

/** For a person with any role in the app. */
export async function syncStanding({ sync }: House, t: Translate, language: Language, app: App, by: string): Promise<SyncStanding> {
  const history = await sync.applications(app.id);
  const button = await sync.applyButton(app, by);
  const newest = newestOf(history);
  return {
    badge: badge(t, button === 'decided' ? worst(newest.map(statusOf)) : STATUSES[button]),
    says: button === 'decided' ? newest.flatMap((entry) => refusals(t, language, entry)) : [],
    actions: [actionOf(t, app, button)],
  };
}

function actionOf(t: Translate, app: App, button: ApplyButton): Action {
  const { application, result } = pathsOf(app);
  const of = app.name;
  const testid = `apply-${app.id}`;
  if (button === 'before') return link(t('business.apply'), application, 'primary', { of, testid });
  if (button === 'no-role') return link(t('business.apply'), application, 'plain', { of, testid, refusal: t('business.apply.noRole') });
  return link(t(button === 'pending' ? 'status.pending' : 'business.result'), result, 'plain', { of, testid });
}

/** The newest application of each kind. */
export function newestOf(history: readonly ApplicationEntry[]): ApplicationEntry[] {
  return (['terms', 'items'] as const).flatMap((kind) => history.find(({ application }) => application.kind === kind) ?? []);
}

export function statusOf({ review: { decision } }: ApplicationEntry): Status {
  if (!decision) return 'pending';
  if (decision.outcome === 'rejected') return 'rejected';
  return decision.leftOut.length > 0 ? 'approvedInPart' : 'approved';
}

/** What was turned down of an application, and why where it was all of it. */
export function refusals(t: Translate, language: Language, entry: ApplicationEntry): string[] {
  const { decision } = entry.review;
  if (decision?.outcome === 'rejected') return [decision.reason ?? t('status.rejected')];
  return decision?.leftOut.map(({ part }) => partRefused(t, language, entry, part)) ?? [];
}

/** 전화번호 수집에 대한 권한 요청은 반려 되었습니다. */
export function partRefused(t: Translate, language: Language, { application }: ApplicationEntry, part: string): string {
  if (application.kind === 'items') return t('business.itemRefused', { item: shortItemName(t, part) });
  return t('business.termRefused', { term: application.terms.find(({ tag }) => tag === part)?.title[language] ?? part });
}

function worst(statuses: readonly Status[]): Status {
  return (['rejected', 'approvedInPart'] as const).find((status) => statuses.includes(status)) ?? 'approved';
}
