/**
 * What a form has to bring along beside its origin: the token of the browser that it was drawn for, which no page elsewhere can read. It
 * is made of an unguessable id in a cookie of its own. The pages of a login need none: the address of each is one already, known to the browser
 * alone that has its interaction.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context, Next } from 'koa';
import { RuleBroken } from '../rule.ts';
import { formBody } from './forms.ts';
import { isSafe } from './guard.ts';

/** The form was not drawn for this browser, or by nobody of ours. */
export class FormTokenRefused extends RuleBroken {
  readonly code = 'form_token_refused';
}

export const FORM_TOKEN = 'form_token';
const COOKIE = 'kakao_sync_form';
const OPTIONS = { path: '/', httpOnly: true, sameSite: 'lax', signed: false, overwrite: true } as const;
/** 128 bits at least. */
const ID = /^[\w-]{22,64}$/;
/** Cookies in which somebody is signed in, and this one. */
const SESSIONS = /(?:^|;\s*)kakao_sync_(?:form|console|talk|operator|session)=/;
const LOGIN = /^\/oauth\/(?:login|signup|consent)\//;

/** Middleware in front of whatever draws pages. `key` is the installation's own. */
export function formTokens(key: string) {
  return (ctx: Context, next: Next): Promise<void> => {
    ctx.state.formKey = key;
    return next();
  };
}

/**
 * Middleware behind `sameOrigin`: a form of a browser, or of whoever has a session, brings its token: one with files in its address, so that it
 * is read before they are, and others in a field. Throws FormTokenRefused.
 */
export async function withFormToken(ctx: Context, next: Next): Promise<void> {
  if (!isSafe(ctx) && !LOGIN.test(ctx.path) && isOfBrowser(ctx)) {
    const sent = inAddress(ctx) ?? (await inBody(ctx));
    const id = idOf(ctx);
    if (!id || !same(sent, tokenOf(ctx, id))) throw new FormTokenRefused('a form without the token of this browser');
  }
  await next();
}

/** The page with its token in each form that it sends: first of the fields, or in the address where there are files. */
export function tokensIn(ctx: Context, html: string): string {
  if (typeof ctx.state.formKey !== 'string' || LOGIN.test(ctx.path)) return html;
  // On pages without a form, too: whoever then opens two at once has one id already.
  const token = tokenOf(ctx, idOf(ctx) ?? newId(ctx));
  return html.replace(/<form\b[^>]*\smethod="post"[^>]*>/g, (tag) => {
    const action = /\saction="([^"]*)"/.exec(tag)?.[1] ?? '';
    if (!tag.includes('enctype="multipart/form-data"')) return `${tag}<input type="hidden" name="${FORM_TOKEN}" value="${token}">`;
    return tag.replace(/(\saction="[^"#]*)/, `$1${action.includes('?') ? '&amp;' : '?'}${FORM_TOKEN}=${token}`);
  });
}

/** Programs send neither header; who has no session of ours either uses nobody's. */
function isOfBrowser(ctx: Context): boolean {
  return ctx.get('sec-fetch-site') !== '' || ctx.get('origin') !== '' || SESSIONS.test(ctx.get('cookie'));
}

function inAddress(ctx: Context): unknown {
  const { [FORM_TOKEN]: sent, ...rest } = ctx.query;
  ctx.query = rest;
  return sent;
}

async function inBody(ctx: Context): Promise<unknown> {
  if (!ctx.is('urlencoded')) return undefined;
  await formBody(ctx, () => Promise.resolve());
  const { [FORM_TOKEN]: sent, ...rest } = (ctx.request.body ?? {}) as Record<string, unknown>;
  ctx.request.body = rest;
  return sent;
}

function same(sent: unknown, token: string): boolean {
  return typeof sent === 'string' && sent.length === token.length && timingSafeEqual(Buffer.from(sent), Buffer.from(token));
}

function tokenOf(ctx: Context, id: string): string {
  return createHmac('sha256', String(ctx.state.formKey)).update(`form ${id}`).digest('base64url');
}

function idOf(ctx: Context): string | undefined {
  const id = ctx.cookies.get(COOKIE, OPTIONS);
  return id && ID.test(id) ? id : undefined;
}

function newId(ctx: Context): string {
  const id = randomBytes(18).toString('base64url');
  ctx.cookies.set(COOKIE, id, OPTIONS);
  return id;
}
