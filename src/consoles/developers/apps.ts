/** `GET /developers`: one's own apps with one's role, then every other app of the simulator. */
import type { Context } from 'koa';
import { appRole } from '../../apps/index.ts';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import { type Frame, frame } from '../kit/frame.ts';
import { type Action, link } from '../kit/parts.ts';
import { personIfAny } from '../kit/person.ts';
import { roadFacts } from '../kit/road-facts.ts';
import { type AppCard, appCard } from './cards.ts';
import { NEW_APP } from './new-app.ts';

interface AppsScreen {
  frame: Frame;
  /** Null to whom nobody is signed in. */
  mine: AppCard[] | null;
  others: AppCard[];
  actions: Action[];
}

const appsPage = screen<AppsScreen>('developers/apps');

export function showApps(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const person = personIfAny(ctx);
    const apps = await house.apps.all();
    const cards = await Promise.all(
      apps.map(async (app) => ({ role: person && appRole(app, person.id), card: await appCard(house, t, app, person?.id) })),
    );
    await appsPage(ctx, {
      frame: frame(ctx, 'developers', {
        heading: t('console.developers'),
        lead: t('developers.lead'),
        road: person ? await roadFacts(house, person.id) : null,
      }),
      mine: person ? cards.filter(({ role }) => role).map(({ card }) => card) : null,
      others: cards.filter(({ role }) => !role).map(({ card }) => card),
      actions: [link(t('developers.create'), NEW_APP, 'primary', { testid: 'new-app' })],
    });
  };
}
