/** Pages of one sentence on the way of a login. */
import type { Context } from 'koa';
import type { App } from '../apps/index.ts';
import { reading } from '../web/language.ts';
import { screen } from '../web/screens.ts';
import type { NoticeScreen } from './models.ts';

const noticePage = screen<NoticeScreen>('oauth/notice');

/** Too old, another browser's, or another tab went ahead: nothing to do but to begin again. */
export async function showExpired(ctx: Context): Promise<void> {
  const { t } = reading(ctx);
  await noticePage(ctx, { heading: t('notice.expired'), message: t('notice.expiredMessage'), link: null }, 400);
}

/** 만 14세 미만: told instead of the consent screen. Source: kakao-api 5.5. */
export async function showUnderAge(ctx: Context, app: App): Promise<void> {
  const { t } = reading(ctx);
  await noticePage(ctx, { heading: t('notice.underAge'), message: t('notice.underAgeMessage', { app: app.name }), link: null }, 403);
}

/** In the gallery: a state in which Kakao asks nothing. */
export async function showNoScreen(ctx: Context): Promise<void> {
  const { t } = reading(ctx);
  await noticePage(ctx, { heading: t('gallery.noScreen'), message: t('gallery.noScreenSays'), link: null });
}
