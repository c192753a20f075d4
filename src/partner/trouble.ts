/** What did not work, in Kakao's own words. Kept in the session, so that a reload or another language shows it again. */
import type { Context, Middleware } from 'koa';
import { reading } from '../web/language.ts';
import { screen } from '../web/screens.ts';
import { prettyJson, readJson, textAt } from './json.ts';
import type { Answer } from './kakao.ts';
import type { Sessions } from './sessions.ts';

/** `cancelled`: the person said no. `error`: Kakao returned an error. `refused`: a call was. `silent`: no answer came. */
export interface Trouble {
  readonly kind: 'cancelled' | 'error' | 'refused' | 'silent';
  readonly step: 'authorize' | 'token' | 'logout' | 'unlink';
  readonly status: number | null;
  readonly error: string | null;
  readonly description: string | null;
  readonly code: string | null;
  /** What came back, as text for a reader. */
  readonly raw: string;
}

interface TroubleScreen extends Trouble {
  title: string;
  hint: string;
  /** A login can be begun again from here. */
  canRetry: boolean;
  isSignedIn: boolean;
}

const troublePage = screen<TroubleScreen>('partner/trouble');

/** Trouble out of the callback's query. Source: kakao-api 1.4. */
export function turnedAway(query: Readonly<Record<string, unknown>>): Trouble {
  const error = textAt(query, 'error') ?? null;
  return {
    kind: error === 'access_denied' ? 'cancelled' : 'error',
    step: 'authorize',
    status: null,
    error,
    description: textAt(query, 'error_description') ?? null,
    code: null,
    raw: prettyJson(JSON.stringify(query)),
  };
}

/** Trouble out of an answer of kauth (`error`, `error_description`, `error_code`) or kapi (`msg`, `code`). */
export function refused(step: Trouble['step'], answer: Answer): Trouble {
  const body = readJson(answer.text);
  return {
    kind: answer.status === 0 ? 'silent' : 'refused',
    step,
    status: answer.status || null,
    error: textAt(body, 'error') ?? null,
    description: textAt(body, 'error_description') ?? textAt(body, 'msg') ?? null,
    code: textAt(body, 'error_code') ?? textAt(body, 'code') ?? null,
    raw: prettyJson(answer.text),
  };
}

/** Remembers the trouble and sends the browser to the page that tells it. */
export function showTrouble(ctx: Context, sessions: Sessions, trouble: Trouble): void {
  const session = sessions.of(ctx);
  if (session) session.trouble = trouble;
  else sessions.open(ctx, { trouble });
  ctx.status = 303;
  ctx.redirect('/trouble');
}

/** Handler of `GET /trouble`. */
export function tellTrouble(sessions: Sessions): Middleware {
  return async (ctx) => {
    const session = sessions.of(ctx);
    if (!session?.trouble) return ctx.redirect('/');
    const { t } = reading(ctx);
    const { kind, step } = session.trouble;
    await troublePage(ctx, {
      ...session.trouble,
      title: t(`partner.${kind}Title`),
      hint: t(`partner.${kind}Hint`),
      canRetry: step === 'authorize' || step === 'token',
      isSignedIn: session.login !== undefined,
    });
  };
}
