/** What the desk has done, in words. */
import type { Context } from 'koa';
import type { House } from '../../../house.ts';
import type { DeskEntry } from '../../../sync/index.ts';
import { reading } from '../../../web/language.ts';
import { type Moment, momentOf } from '../../../web/moment.ts';

export interface LogRow {
  id: string;
  at: Moment;
  app: { name: string; path: string };
  did: string;
  note: string;
  /** The review that decides about it. */
  review: string | null;
}

/** The newest of them. */
const MOST = 100;

export async function logOf(house: House, ctx: Context, appId?: string): Promise<LogRow[]> {
  return Promise.all((await house.sync.deskLog(appId)).slice(0, MOST).map((entry) => rowOf(house, ctx, entry)));
}

export function pathOfApp(appId: string): string {
  return `/_sim/desk/${encodeURIComponent(appId)}`;
}

async function rowOf({ apps, channels }: House, ctx: Context, { id, at, appId, did, details, note }: DeskEntry): Promise<LogRow> {
  const { t } = reading(ctx);
  const channel = details.channel ? ((await channels.byId(details.channel))?.name ?? details.channel) : '';
  return {
    id,
    at: momentOf(at),
    app: { name: (await apps.byId(appId))?.name ?? appId, path: pathOfApp(appId) },
    did: t(`service.did.${did}`, { ...details, channel }),
    note,
    review: details.review ? `/_sim/reviews/${encodeURIComponent(details.review)}` : null,
  };
}
