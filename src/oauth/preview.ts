/**
 * 예시 화면 확인: the consent screen as it would be if the draft of an app were approved. The same model and view as the login's,
 * to be looked at only. Source: guide, 신청 2단계.
 */
import type { Context } from 'koa';
import { AppRoleMissing, UnknownApp } from '../apps/index.ts';
import { NO_REQUEST, type Question } from '../consent/index.ts';
import type { House } from '../house.ts';
import { isWebAddress } from '../terms/index.ts';
import { isInspected } from '../web/inspect.ts';
import { reading } from '../web/language.ts';
import { consoleSession } from '../web/session.ts';
import type { Translate } from '../web/text/index.ts';
import { consentScreen, drawConsent } from './consent-screen.ts';
import { layOpen } from './inspection/index.ts';
import { ticksOf } from './ticks.ts';

/** `GET /oauth/preview/:appId`, for members of the app who are signed in to the consoles; to everybody else it is not there. */
export function showPreview(house: House) {
  return async (ctx: Context): Promise<void> => {
    const account = await house.accounts.inSession(consoleSession.id(ctx));
    if (!account) return ctx.redirect(`/account/login?${new URLSearchParams({ continue: ctx.path })}`);
    const appId = String(ctx.params.appId);
    const preview = await house.consent.preview(appId, account).catch(notThere);
    if (!preview) return;
    const { app, situation, question } = preview;
    const ticked = ticksOf(ctx);
    const inspected = { app, situation, request: NO_REQUEST, question, source: { from: 'draft' }, ticked, at: house.clock.now() } as const;
    const laidOpen = isInspected(ctx) ? await layOpen(house, ctx, inspected, false) : null;
    const model = consentScreen(ctx, app, account, readable(reading(ctx).t, question), ticked, [], laidOpen);
    // 변경 leads nowhere from here.
    const shown = { ...model.account, change: ctx.path };
    await drawConsent(ctx, app, { ...model, account: shown, preview: { back: `/business/apps/${app.id}/application/details` } });
  };
}

function notThere(error: unknown): undefined {
  if (!(error instanceof UnknownApp || error instanceof AppRoleMissing)) throw error;
}

/** What is not filled in yet says so; an address that is none leads nowhere. */
export function readable(t: Translate, question: Question): Question {
  const purposeOf = <T extends { purpose: string }>(item: T): T => ({ ...item, purpose: item.purpose.trim() || t('preview.noPurpose') });
  const titleOf = (title: string): string => title.trim() || t('preview.noTitle');
  return {
    ...question,
    requiredItems: question.requiredItems.map(purposeOf),
    optionalItems: question.optionalItems.map(purposeOf),
    terms: question.terms.map((term) => ({
      ...term,
      title: { ko: titleOf(term.title.ko), en: titleOf(term.title.en) },
      url: isWebAddress(term.url.trim()) ? term.url.trim() : 'about:blank',
    })),
  };
}
