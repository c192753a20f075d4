/** `GET /talk/services`: 연결된 서비스, every app that the person is a user of. */
import type { Context } from 'koa';
import { type App, consentItem } from '../../apps/index.ts';
import type { Link } from '../../consent/index.ts';
import type { House } from '../../house.ts';
import { iconPath } from '../../web/icons.ts';
import { reading } from '../../web/language.ts';
import { type Moment, momentOf } from '../../web/moment.ts';
import { screen } from '../../web/screens.ts';
import type { Language } from '../../web/text/index.ts';
import { personOf } from '../kit/person.ts';
import { phoneOf, type PhoneScreen } from './phone.ts';

interface ServicesScreen extends PhoneScreen {
  services: { id: string; path: string; name: string; company: string; icon: string | null; since: Moment | null; items: string }[];
}

const servicesPage = screen<ServicesScreen>('talk/services');

export function showServices(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { language } = reading(ctx);
    const account = personOf(ctx);
    const links = await house.consent.linksOf(account.id);
    const services = await Promise.all(
      links.map(async (link) => {
        const app = await house.apps.byId(link.appId);
        return app ? [cardOf(app, link, language)] : [];
      }),
    );
    await servicesPage(ctx, { phone: await phoneOf(house, ctx, account, 'services'), services: services.flat() });
  };
}

function cardOf(app: App, link: Link, language: Language): ServicesScreen['services'][number] {
  return {
    id: app.id,
    path: servicePath(app.id),
    name: app.name,
    company: app.company,
    icon: iconPath(app),
    since: link.connectedAt === null ? null : momentOf(link.connectedAt),
    items: link.items.map(({ id }) => consentItem(id, app)?.label[language] ?? id).join(', '),
  };
}

export function servicePath(appId: string, below = ''): string {
  return `/talk/services/${encodeURIComponent(appId)}${below}`;
}
