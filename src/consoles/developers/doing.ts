/** Doing: a deed's form is shown where it stands, or on a page that asks first, and taken. */
import type { Context } from 'koa';
import type { App } from '../../apps/index.ts';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import { type Draft, freshDraft } from '../kit/draft.ts';
import { type Confirm, formOf } from '../kit/form.ts';
import type { Frame } from '../kit/frame.ts';
import { button, link } from '../kit/parts.ts';
import { personOf } from '../kit/person.ts';
import { roadFacts } from '../kit/road-facts.ts';
import { appFrame } from './app-frame.ts';
import { pathOf } from './cards.ts';
import type { Deed, Doing } from './deed.ts';
import { showPage } from './page.ts';

const confirmPage = screen<{ frame: Frame; confirm: Confirm }>('developers/confirm');

/** The page that asks before a deed; for all others, the part of the app's page where they are. Throws UnknownApp, AppRoleMissing. */
export function ask(house: House, deed: Deed) {
  return async (ctx: Context): Promise<void> => {
    const who = await doingOf(house, ctx, deed);
    if (deed.asks) return drawConfirm(who, deed, ctx, freshDraft(house, ctx), 200);
    ctx.redirect(`${pathOf(who.app)}#${deed.section(who.params)}`);
    ctx.status = 303;
  };
}

/** Takes the form of a deed. Throws UnknownApp, AppRoleMissing. */
export function take(house: House, deed: Deed) {
  return async (ctx: Context): Promise<void> => {
    const who = await doingOf(house, ctx, deed);
    await deed.take(who, ctx, (draft, status) =>
      deed.asks
        ? drawConfirm(who, deed, ctx, draft, status)
        : showPage(house, ctx, who.app.id, { path: pathBelow(ctx, who.app), draft }, status),
    );
  };
}

async function doingOf(house: House, ctx: Context, { needs }: Deed): Promise<Doing> {
  const { id = '', ...params } = ctx.params as Record<string, string>;
  const by = personOf(ctx).id;
  return { house, by, app: await house.apps.asMember(id, by, needs), params };
}

function pathBelow(ctx: Context, app: App): string {
  return ctx.path.slice(pathOf(app).length + 1);
}

async function drawConfirm(who: Doing, deed: Deed, ctx: Context, draft: Draft, status: number): Promise<void> {
  const { t } = reading(ctx);
  const { house, app, by, params } = who;
  const asked = await deed.asks!(who, t);
  const cancel = link(t('developers.cancel'), `${pathOf(app)}#${deed.section(params)}`, 'quiet');
  await confirmPage(
    ctx,
    {
      frame: appFrame(ctx, t, app, await roadFacts(house, by, { app }), t(`setting.${deed.section(params)}`)),
      confirm: { ...asked, form: formOf(ctx, draft, { actions: [button(asked.button, 'danger', { testid: 'confirm-submit' }), cancel] }) },
    },
    status,
  );
}
