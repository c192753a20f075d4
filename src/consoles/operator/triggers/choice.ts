/** What is to be sent by hand: read from the query, with what is usual where nothing was chosen. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { App } from '../../../apps/index.ts';
import { type Trigger, type TriggerRequest, type UnlinkReason, unlinkReasons } from '../../../consent/index.ts';
import type { House } from '../../../house.ts';
import { list, query } from '../../../web/forms.ts';

/** Who and what an event of an app can be about. */
export interface Choice {
  app: App;
  trigger: Trigger;
  users: { id: string; name: string; number: string | null }[];
  channels: { id: string; name: string }[];
  /** Items that the chosen user agreed to. */
  scopes: readonly string[];
  /** The request as it would be sent now. */
  request: TriggerRequest;
}

const choiceQuery = z.object({
  app: z.string().max(100).default(''),
  event: z.string().max(100).default(''),
  user: z.string().max(100).default(''),
  channel: z.string().max(100).default(''),
  reason: z.enum(unlinkReasons).optional().catch(undefined),
  scopes: z.preprocess(list, z.array(z.string().max(100))),
});

/** Undefined only where there is no app at all. Throws InputRefused. */
export async function choiceOf(house: House, ctx: Context): Promise<Choice | undefined> {
  const asked = query(ctx, choiceQuery);
  const app = (await house.apps.byId(asked.app)) ?? (await usualApp(house));
  const trigger = house.consent.triggers.find(({ name }) => name === asked.event) ?? house.consent.triggers[0];
  if (!app || !trigger) return undefined;
  const users = await usersOf(house, app, trigger);
  const channels = await house.sync.connectedChannels(app.id);
  const user = users.find(({ id }) => id === asked.user) ?? users[0];
  const channel = channels.find(({ id }) => id === asked.channel) ?? channels.find(({ id }) => id === app.channelOnConsent) ?? channels[0];
  const scopes = user ? ((await house.consent.link(app.id, user.id))?.items.map(({ id }) => id) ?? []) : [];
  const chosen = asked.scopes.filter((id) => scopes.includes(id));
  return {
    app,
    trigger,
    users,
    channels,
    scopes,
    request: requestOf(app, trigger, { user: user?.id, channel: channel?.id, reason: asked.reason, scopes: chosen }),
  };
}

function requestOf(
  { id: appId }: App,
  { name, needs }: Trigger,
  {
    user,
    channel,
    reason,
    scopes,
  }: { user?: string | undefined; channel?: string | undefined; reason?: UnlinkReason | undefined; scopes: string[] },
): TriggerRequest {
  return {
    name,
    appId,
    accountId: user,
    ...(needs.includes('channel') && { channelId: channel }),
    ...(needs.includes('reason') && { reason: reason ?? 'UNLINK_FROM_APPS' }),
    ...(needs.includes('scope') && scopes.length > 0 && { scopes }),
  };
}

/** The first one that something can be sent to, or the first one. */
async function usualApp({ apps, webhooks }: House): Promise<App | undefined> {
  const all = await apps.all();
  const [endpoint] = await webhooks.endpoints();
  return all.find(({ id }) => id === endpoint?.appId) ?? all[0];
}

/** Linked users first. Of a channel everybody can be told: those who are not linked by an opaque id. Source: kakao-api 3.2. */
async function usersOf({ consent, accounts }: House, app: App, { kind }: Trigger): Promise<Choice['users']> {
  const links = await consent.usersOf(app.id);
  const linked = await Promise.all(
    links.map(async ({ accountId, number }) => ({ id: accountId, name: (await accounts.byId(accountId))?.nickname ?? accountId, number })),
  );
  if (kind !== 'channel') return linked;
  const others = (await accounts.personas()).filter(({ id }) => !links.some(({ accountId }) => accountId === id));
  return [...linked, ...others.map(({ id, nickname }) => ({ id, name: nickname, number: null }))];
}
