/** `GET /_sim/inbox/:app`: its receivers, what the next ones are answered, and what arrived. */
import type { Context } from 'koa';
import { type App, UnknownApp } from '../../../apps/index.ts';
import type { House } from '../../../house.ts';
import { type InboxItem, inboxKinds } from '../../../inbox/index.ts';
import { reading } from '../../../web/language.ts';
import { type Moment, momentOf } from '../../../web/moment.ts';
import { screen } from '../../../web/screens.ts';
import type { Translate } from '../../../web/text/index.ts';
import { type Draft, freshDraft } from '../../kit/draft.ts';
import { type Form, formOf } from '../../kit/form.ts';
import { type Badge, button } from '../../kit/parts.ts';
import { type Head, head } from '../head.ts';
import { scriptForm } from './script.ts';
import { answeredText, kindWord, pathOf, scriptText, verdictBadge } from './words.ts';

interface InboxScreen {
  head: Head;
  receivers: { kind: string; word: string; address: string; badge: Badge | null; now: string | null; form: Form | null }[];
  scripts: { word: string; says: string; form: Form }[];
  scriptForm: Form;
  items: { path: string; kind: string; badge: Badge; answered: string; size: string; at: Moment }[];
  older: string | null;
  newest: string | null;
  clear: Form | null;
}

const PAGE_SIZE = 30;
const inboxPage = screen<InboxScreen>('operator/inbox');

export function showInbox(house: House) {
  return (ctx: Context): Promise<void> => drawInbox(house, ctx);
}

/** @param draft of the form for a script, where it was not taken. Throws UnknownApp. */
export async function drawInbox(house: House, ctx: Context, draft?: Draft, status = 200): Promise<void> {
  const app = await appOf(house, ctx);
  const { t } = reading(ctx);
  const before = typeof ctx.query.before === 'string' ? ctx.query.before : undefined;
  const found = await house.inbox.items(app.id, { limit: PAGE_SIZE + 1, before });
  const shown = found.slice(0, PAGE_SIZE);
  const path = pathOf(app.id);
  await inboxPage(
    ctx,
    {
      head: head(ctx, { heading: t('inbox.of', { app: app.name }), lead: t('inbox.ofLead'), trail: [inboxStep(t)] }),
      receivers: await receiversOf(house, ctx, app),
      scripts: await scriptsOf(house, ctx, app),
      scriptForm: scriptForm(house, ctx, app.id, draft),
      items: shown.map((item) => itemRow(t, item)),
      older: found.length > shown.length ? `${path}?before=${shown.at(-1)!.id}` : null,
      newest: before ? path : null,
      clear:
        shown.length === 0
          ? null
          : formOf(ctx, freshDraft(house, ctx), {
              action: `${path}/clearances`,
              actions: [button(t('inbox.clear'), 'quiet', { testid: 'inbox-clear' })],
            }),
    },
    status,
  );
}

/** Throws UnknownApp. */
export async function appOf(house: House, ctx: Context): Promise<App> {
  const appId = String(ctx.params.app);
  const app = await house.apps.byId(appId);
  if (!app) throw new UnknownApp(`no app ${appId}`, { appId });
  return app;
}

export function inboxStep(t: Translate): { href: string; word: string } {
  return { href: '/_sim/inbox', word: t('inbox.title') };
}

function receiversOf(house: House, ctx: Context, app: App): Promise<InboxScreen['receivers']> {
  const { t } = reading(ctx);
  return Promise.all(
    inboxKinds.map(async (kind) => {
      const address = house.inbox.address(app.id, kind);
      const now = (await house.webhooks.endpoint(app.id, kind))?.url ?? null;
      const word = kindWord(t, kind);
      const use = button(t('inbox.adopt'), 'plain', { of: word, testid: `adopt-${kind}` });
      const form = formOf(ctx, freshDraft(house, ctx), { action: `${pathOf(app.id)}/addresses`, hidden: { kind }, actions: [use] });
      const isUsed = now === address;
      return {
        kind,
        word,
        address,
        badge: isUsed ? { word: t('inbox.used'), look: 'ok' as const } : null,
        now: isUsed ? null : now ? t('inbox.now', { url: now }) : t('inbox.nowNone'),
        form: isUsed ? null : form,
      };
    }),
  );
}

async function scriptsOf(house: House, ctx: Context, app: App): Promise<InboxScreen['scripts']> {
  const { t } = reading(ctx);
  return (await house.inbox.scripts(app.id)).map((script) => {
    const word = kindWord(t, script.kind);
    const says = scriptText(t, script);
    const remove = button(t('inbox.scriptRemove'), 'quiet', { of: `${word}: ${says}` });
    const action = `${pathOf(app.id)}/scripts/${encodeURIComponent(script.id)}/removals`;
    return { word, says, form: formOf(ctx, freshDraft(house, ctx), { action, actions: [remove] }) };
  });
}

function itemRow(t: Translate, item: InboxItem): InboxScreen['items'][number] {
  return {
    path: `${pathOf(item.appId)}/items/${encodeURIComponent(item.id)}`,
    kind: `${item.method} ${kindWord(t, item.kind)}`,
    badge: verdictBadge(t, item),
    answered: answeredText(t, item),
    size: t('inbox.bytes', { bytes: item.size.toLocaleString('en-US') }),
    at: momentOf(item.receivedAt),
  };
}
