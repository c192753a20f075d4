/** Errors of the login shown as a page, in Kakao's manner, with the facts below for the developer. Source: kakao-api 1.5. */
import type { Context, Next } from 'koa';
import { errors, type KoaContextWithOIDC } from './oidc/index.ts';
import type { House } from '../house.ts';
import type { Refusal } from '../refusals/index.ts';
import { reading } from '../web/language.ts';
import { knownProblem } from '../web/problems.ts';
import { screen } from '../web/screens.ts';
import type { TextKey } from '../web/text/index.ts';
import { explain } from '../why/index.ts';
import { InteractionLost } from './interaction-lost.ts';
import { Koe, type KoeCode } from './koe.ts';
import type { ErrorScreen } from './models.ts';
import { showExpired } from './notices.ts';
import { keepKoe } from './refused.ts';

const errorPage = screen<ErrorScreen>('oauth/error');

/** Faults that the app's own settings cause; the rest are requests that went wrong. */
const SETTINGS: readonly KoeCode[] = ['KOE004', 'KOE005', 'KOE006', 'KOE007', 'KOE101', 'KOE102', 'KOE125', 'KOE205'];

/** Middleware around the pages of the login. What nobody expected goes to `report`, and is KOE003 to the person. */
export function loginErrors(house: House, report: (error: unknown) => void) {
  return async (ctx: Context, next: Next): Promise<void> => {
    try {
      await next();
    } catch (error) {
      if (error instanceof InteractionLost) await showExpired(ctx);
      else if (error instanceof Koe) await showKoe(house, ctx, error);
      else if (knownProblem(error)) throw error;
      else {
        report(error);
        await showKoe(house, ctx, new Koe('KOE003'));
      }
    }
  };
}

/** The provider's own error page: what it refuses without a redirect. Throws InteractionLost. */
export function showLoginError(house: House) {
  return async (ctx: KoaContextWithOIDC, _out: unknown, error: Error): Promise<void> => {
    if (error instanceof errors.SessionNotFound) throw new InteractionLost(error.message);
    if (error instanceof Koe) return showKoe(house, ctx, error);
    const isOurs = error instanceof errors.OIDCProviderError && error.statusCode < 500;
    await showKoe(house, ctx, isOurs ? new Koe('KOE001', { got: error.error_description }) : new Koe('KOE003'));
  };
}

async function showKoe(house: House, ctx: Context, koe: Koe): Promise<void> {
  await drawKoe(ctx, koe, koe.status < 500 || koe.details.fault ? await whyOf(house, ctx, await keepKoe(house, ctx, koe)) : null);
}

/** @param why null for what is nobody's mistake */
export async function drawKoe(ctx: Context, koe: Koe, why: ErrorScreen['why']): Promise<void> {
  const { t } = reading(ctx);
  ctx.remove('Location'); // what fails last may have been on its way to the partner
  const heading = t(koe.status >= 500 ? 'error.temporary' : SETTINGS.includes(koe.code) ? 'error.appSetting' : 'error.badRequest');
  await errorPage(ctx, { code: koe.code, heading, message: t(`koe.${koe.code}` as TextKey), why }, koe.status);
}

async function whyOf({ apps }: House, ctx: Context, refusal: Refusal) {
  const app = refusal.appId ? await apps.byId(refusal.appId) : undefined;
  return explain(refusal, app?.name, reading(ctx).t);
}
