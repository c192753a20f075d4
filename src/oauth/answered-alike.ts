/**
 * A form that was sent twice, by a double click: the browser has dropped the answer to the first and waits for that to the second, which is the
 * same one again. Another form of a page that is over leads nowhere, and neither does the same one later, by the back button.
 */
import { createHmac } from 'node:crypto';
import type { Context, Next } from 'koa';
import type { Provider } from 'oidc-provider';
import type { House } from '../house.ts';
import { artifact, standing } from './artifact.ts';
import { keep } from './gathered.ts';
import { InteractionLost } from './interaction-lost.ts';
import { ANSWERED } from './lifetimes.ts';

const MODEL = 'Answer';

interface Answer {
  /** Fingerprint of what was answered. */
  to: string;
  status: number;
  location: string;
  cookies: readonly string[];
}

/** Keeps where this request sends the browser of an interaction, with all else that lands with it. */
export async function keepAnswer(house: House, ctx: Context, uid: string): Promise<void> {
  const location = ctx.response.get('Location');
  if (!location) return;
  const payload = {
    to: fingerprint(house, ctx),
    status: ctx.status,
    location,
    cookies: [ctx.response.get('Set-Cookie')].flat(),
  } satisfies Answer;
  const row = artifact(house, MODEL, uid, ANSWERED, { payload });
  await keep(house, row.id, row);
}

/** Middleware around a page of a login, behind what reads its body. */
export function answeredAlike(house: House, provider: Provider) {
  return async (ctx: Context, next: Next): Promise<void> => {
    try {
      await next();
    } catch (error) {
      const answer = error instanceof InteractionLost ? await answerTo(house, provider, ctx) : undefined;
      if (!answer) throw error;
      ctx.set({ Location: answer.location, 'Set-Cookie': [...answer.cookies] });
      ctx.status = answer.status;
      ctx.body = '';
    }
  };
}

/** The answer that this browser has got to the same form, a moment ago. */
async function answerTo(house: House, provider: Provider, ctx: Context): Promise<Answer | undefined> {
  const uid = ctx.cookies.get(provider.cookieName('interaction'), { signed: true });
  if (!uid || uid !== ctx.params.uid) return undefined;
  const answer = (await standing(house, MODEL, uid))?.payload as Answer | undefined;
  return answer?.to === fingerprint(house, ctx) ? answer : undefined;
}

/** Forms hold passwords, hence the key. */
function fingerprint({ secrets }: House, { method, path, request }: Context): string {
  return createHmac('sha256', secrets.cookieKeys[0]!)
    .update(`answer ${method} ${path} ${request.rawBody ?? ''}`)
    .digest('base64url');
}
