/** The shop window, with 카카오로 시작하기. */
import type { Middleware } from 'koa';
import { reading } from '../web/language.ts';
import { screen } from '../web/screens.ts';
import { profileOf } from './profile.ts';
import type { Sessions } from './sessions.ts';

interface HomeScreen {
  title: string;
  /** Who is signed in, or null. */
  member: string | null;
  /** What was just done on the way here, or null. */
  notice: string | null;
}

const homePage = screen<HomeScreen>('partner/home');

/** Handler of `GET /`. */
export function home(sessions: Sessions): Middleware {
  return async (ctx) => {
    const { t } = reading(ctx);
    const login = sessions.of(ctx)?.login;
    const { left } = ctx.query;
    await homePage(ctx, {
      title: t('partner.shop'),
      member: login ? (profileOf(login.me).nickname ?? t('partner.nameless')) : null,
      notice: left === 'logout' || left === 'unlink' ? t(`partner.left.${left}`) : null,
    });
  };
}
