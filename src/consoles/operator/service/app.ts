/** `GET /_sim/desk/:app`: what the desk can do for an app, and what it has done. */
import type { Context } from 'koa';
import type { App } from '../../../apps/index.ts';
import type { House } from '../../../house.ts';
import { reading } from '../../../web/language.ts';
import { screen } from '../../../web/screens.ts';
import { type Action, link } from '../../kit/parts.ts';
import { type Head, head } from '../head.ts';
import { type LogRow, logOf, pathOfApp } from './log.ts';

interface ServiceAppScreen {
  head: Head;
  /** Where the consent records of its people are. */
  records: string;
  profiles: { name: string; id: string; action: Action }[];
  terms: { title: string; tag: string; condition: string; url: string; action: Action }[];
  /** What can be done about the terms as a whole; null before any is approved. */
  termActions: Action[] | null;
  /** A terms review that is under way: until it is decided none of the terms can be changed. */
  pending: { says: string; href: string } | null;
  log: LogRow[];
}

const serviceAppPage = screen<ServiceAppScreen>('operator/service-app');

export function showServiceApp(house: House) {
  return async (ctx: Context): Promise<void> => {
    const app = await house.apps.byId(String(ctx.params.app));
    if (!app) return;
    const { t } = reading(ctx);
    const newest = await house.reviews.newest('terms', app.id);
    const pending =
      newest && !newest.decision ? { says: t('service.pending'), href: `/_sim/reviews/${encodeURIComponent(newest.id)}` } : null;
    await serviceAppPage(ctx, {
      head: head(ctx, { heading: t('service.of', { app: app.name }), lead: t('service.appId', { id: app.id }), trail: [serviceStep(ctx)] }),
      records: `/_sim/records?${new URLSearchParams({ app: app.id })}`,
      profiles: await profilesOf(house, ctx, app),
      ...(await termsOf(house, ctx, app, pending ? t('service.pending') : null)),
      pending,
      log: await logOf(house, ctx, app.id),
    });
  };
}

export function serviceStep(ctx: Context): { href: string; word: string } {
  return { href: '/_sim/desk', word: reading(ctx).t('service.title') };
}

async function profilesOf({ sync }: House, ctx: Context, { id: appId }: App): Promise<ServiceAppScreen['profiles']> {
  const { t } = reading(ctx);
  return (await sync.connectedChannels(appId)).map(({ id, name }) => {
    const href = `${pathOfApp(appId)}/profiles/${encodeURIComponent(id)}/disconnections`;
    return { id, name, action: link(t('service.disconnect'), href, 'plain', { of: name, testid: `disconnect-${id}` }) };
  });
}

/** @param refusal why none can be changed now */
async function termsOf(
  { terms }: House,
  ctx: Context,
  { id: appId }: App,
  refusal: string | null,
): Promise<Pick<ServiceAppScreen, 'terms' | 'termActions'>> {
  const { t, language } = reading(ctx);
  const approved = await terms.approved(appId);
  const path = pathOfApp(appId);
  return {
    terms: approved.map(({ tag, title, url, required }) => ({
      tag,
      title: title[language],
      url,
      condition: t(required ? 'review.termRequired' : 'review.termOptional'),
      action: link(t('service.change'), `${path}/terms/${encodeURIComponent(tag)}/changes`, 'plain', { of: tag, testid: `change-${tag}` }),
    })),
    termActions:
      approved.length === 0
        ? null
        : [
            link(t('service.addTerm'), `${path}/terms/new`, 'primary', { refusal, testid: 'add-term' }),
            ...(approved.length > 1 ? [link(t('service.reorder'), `${path}/orders`, 'plain', { testid: 'reorder' })] : []),
          ],
  };
}
