/** `GET /`: the map of every face, with keys to copy and people to be. `GET /health`: whether it is up. */
import Router from '@koa/router';
import type { Context } from 'koa';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import { type AppFacts, appFacts, personaFacts } from '../../facts.ts';

interface HomeScreen {
  title: string;
  intro: string;
  faces: { path: string; title: string; says: string }[];
  apps: {
    id: string;
    name: string;
    state: { label: string; kind: 'ok' | 'wait' | 'fail' };
    clientId: string;
    clientSecret: string | null;
    redirectUris: readonly string[];
    note: string;
  }[];
  personas: { key: string; nickname: string; login: string; password: string; says: string }[];
  tryUrl: string | null;
}

const homePage = screen<HomeScreen>('shell/home');

export function home(house: House, partnerUrl: string | null): Router {
  const router = new Router();
  router.get('/', showHome(house, partnerUrl));
  return router;
}

function showHome(house: House, partnerUrl: string | null) {
  return async (ctx: Context): Promise<void> => {
    const { t, language } = reading(ctx);
    const face = (
      path: string,
      name: 'authorize' | 'discovery' | 'me' | 'center' | 'developers' | 'business' | 'talk' | 'operator' | 'deliveries',
    ) => ({
      path,
      title: t(`face.${name}`),
      says: t(`face.${name}.says`),
    });
    const state = ({ loginOn, simpleSignup }: AppFacts): HomeScreen['apps'][number]['state'] => {
      if (!loginOn) return { label: t('home.state.off'), kind: 'fail' };
      return simpleSignup ? { label: t('home.state.sync'), kind: 'ok' } : { label: t('home.state.login'), kind: 'wait' };
    };
    await homePage(ctx, {
      title: t('home.title'),
      intro: t('home.intro'),
      faces: [
        face('/center', 'center'),
        face('/developers', 'developers'),
        face('/business', 'business'),
        face('/talk', 'talk'),
        face('/_sim', 'operator'),
        face('/_sim/deliveries', 'deliveries'),
        face('/.well-known/openid-configuration', 'discovery'),
        face('/oauth/authorize', 'authorize'),
        face('/v2/user/me', 'me'),
      ],
      apps: (await appFacts(house)).map((app) => ({ ...app, state: state(app), note: app.company })),
      personas: await personaFacts(house, language),
      tryUrl: partnerUrl,
    });
  };
}
