/** The page of an app: every setting in groups of sections, with the forms that whoever looks may use. */
import type { Context } from 'koa';
import type { House } from '../../house.ts';
import { screen } from '../../web/screens.ts';
import type { TextKey } from '../../web/text/index.ts';
import { doneText } from '../kit/done.ts';
import type { Frame } from '../kit/frame.ts';
import { personIfAny } from '../kit/person.ts';
import { roadFacts } from '../kit/road-facts.ts';
import { appFrame } from './app-frame.ts';
import { type AppCard, appCard } from './cards.ts';
import type { Deed } from './deed.ts';
import type { Section } from './section.ts';
import { access, accessDeeds } from './sections/access.ts';
import { channelDeeds, channels } from './sections/channels.ts';
import { consent, consentDeeds } from './sections/consent.ts';
import { identity, identityDeeds } from './sections/identity.ts';
import { keyDeeds, keys } from './sections/keys.ts';
import { login, loginDeeds } from './sections/login.ts';
import { memberDeeds, members } from './sections/members.ts';
import { simulator, simulatorDeeds } from './sections/simulator.ts';
import { type Subject, subjectOf } from './subject.ts';

interface AppScreen {
  frame: Frame;
  app: AppCard;
  /** Why nothing, or not everything, can be changed by whoever looks. */
  limit: string | null;
  groups: { title: string; sections: Section[] }[];
  /** What the last form has done, and the section where it is said. */
  done: { text: string; section: string } | null;
}

const appPage = screen<AppScreen>('developers/app');

type Sections = (subject: Subject) => Promise<Section[]> | Section[];

/** In the order of the page. */
const groups: readonly { title: TextKey; sections: Sections }[] = [
  {
    title: 'developers.group.identity',
    sections: async (subject) => [...(await identity(subject)), keys(subject), await members(subject)],
  },
  { title: 'developers.group.login', sections: login },
  { title: 'developers.group.consent', sections: consent },
  { title: 'developers.group.channels', sections: channels },
  { title: 'developers.group.access', sections: access },
  { title: 'developers.group.simulator', sections: simulator },
];

/** All that can be done from the page. */
export const deeds: readonly Deed[] = [
  ...identityDeeds,
  ...keyDeeds,
  ...memberDeeds,
  ...loginDeeds,
  ...consentDeeds,
  ...channelDeeds,
  ...accessDeeds,
  ...simulatorDeeds,
];

/** Draws the page, with the form that could not be taken, if there is one. */
export async function showPage(house: House, ctx: Context, appId: string, sent: Subject['sent'] = null, status = 200): Promise<void> {
  const app = await house.apps.byId(appId);
  if (!app) return;
  const subject = subjectOf(house, ctx, app, sent);
  const person = personIfAny(ctx);
  const road = person ? await roadFacts(house, person.id, subject.role && { app }) : null;
  const { t } = subject;
  const text = doneText(ctx);
  await appPage(
    ctx,
    {
      frame: { ...appFrame(ctx, t, app, road), done: null },
      app: await appCard(house, t, app),
      limit: limitOf(subject, person !== undefined),
      groups: await Promise.all(groups.map(async ({ title, sections }) => ({ title: t(title), sections: await sections(subject) }))),
      done: text === null ? null : { text, section: String(ctx.query.in) },
    },
    status,
  );
}

/** `GET /developers/apps/:id` */
export function showApp(house: House) {
  return (ctx: Context): Promise<void> => showPage(house, ctx, String(ctx.params.id));
}

function limitOf({ t, role }: Subject, isSignedIn: boolean): string | null {
  if (!isSignedIn) return t('developers.limit.signIn');
  if (!role) return t('developers.limit.stranger');
  return role === 'member' ? t('developers.limit.member') : null;
}
