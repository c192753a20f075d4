/** `GET /developers/apps/:id`: every setting of an app, in groups of sections. */
import type { Context } from 'koa';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import type { TextKey } from '../../web/text/index.ts';
import { type AppCard, appCard } from './cards.ts';
import type { Section, Subject } from './section.ts';
import { access } from './sections/access.ts';
import { channels } from './sections/channels.ts';
import { consent } from './sections/consent.ts';
import { identity } from './sections/identity.ts';
import { login } from './sections/login.ts';
import { simulator } from './sections/simulator.ts';

interface AppScreen {
  app: AppCard;
  groups: { title: string; sections: Section[] }[];
}

const appPage = screen<AppScreen>('developers/app');

/** In the order of the page. */
const groups: readonly { title: TextKey; sections: (subject: Subject) => Promise<Section[]> | Section[] }[] = [
  { title: 'developers.group.identity', sections: identity },
  { title: 'developers.group.login', sections: login },
  { title: 'developers.group.consent', sections: consent },
  { title: 'developers.group.channels', sections: channels },
  { title: 'developers.group.access', sections: access },
  { title: 'developers.group.simulator', sections: simulator },
];

export function showApp(house: House) {
  return async (ctx: Context): Promise<void> => {
    const app = await house.apps.byId(String(ctx.params.id));
    if (!app) return;
    const { t, language } = reading(ctx);
    const subject = { house, app, t, language };
    await appPage(ctx, {
      app: await appCard(house, t, app),
      groups: await Promise.all(groups.map(async ({ title, sections }) => ({ title: t(title), sections: await sections(subject) }))),
    });
  };
}
