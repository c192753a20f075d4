/** The error page of the login for every code that a browser can meet, each with facts like those of a real refusal. Source: kakao-api 1.5, 1.6. */
import type { App } from '../../apps/index.ts';
import { reading } from '../../web/language.ts';
import { hasText, type TextKey, translator } from '../../web/text/index.ts';
import { explain } from '../../why/index.ts';
import { CLIENT_KEYS } from '../dialect/client-key.ts';
import { drawKoe } from '../error-page.ts';
import { Koe, type KoeCode, koeCodes } from '../koe.ts';
import { type GalleryState, NO_PARAMS, NOTHING_LACKS, SHOWN_AT } from './state.ts';

type Details = (app: App) => Record<string, unknown>;

const ELSEWHERE = 'https://elsewhere.example.com/oauth';

/** Null for codes that are spoken in JSON alone; KOE203 is told on the consent screen. */
const facts: Readonly<Record<KoeCode, Details | null>> = {
  KOE001: () => ({ parameter: 'redirect_uri', expected: 'once', got: '2 times' }),
  KOE002: () => ({ got: 'GET /oauth/authorise' }),
  KOE003: () => ({}),
  KOE004: (app) => ({ app: `${app.name} (${app.id})` }),
  KOE005: () => ({ account: '한가람', members: ['오너', '에디터'] }),
  KOE006: (app) => ({ got: nearTo(app.keys[0]?.redirectUris[0]), registered: app.keys[0]?.redirectUris ?? [] }),
  KOE007: (app) => ({ got: nearTo(app.keys[0]?.logoutRedirectUris[0]), registeredLogout: app.keys[0]?.logoutRedirectUris ?? [] }),
  KOE008: () => ({ got: 'admin key', expected: CLIENT_KEYS }),
  KOE009: null,
  KOE010: null,
  KOE101: () => ({ clientId: '0123456789abcdef0123456789abcdef' }),
  KOE102: (app) => ({ got: ['_notLinked'], connected: app.channelOnConsent ? [app.channelOnConsent] : [] }),
  KOE114: null,
  KOE125: () => ({}),
  KOE201: () => ({ got: 'id_token' }),
  KOE202: () => ({ got: 'token' }),
  KOE203: null,
  KOE205: (app) => ({ items: ['typo'], configured: app.items.map(({ id }) => id) }),
  KOE207: () => ({ parameter: 'redirect_uri' }),
  KOE237: null,
  KOE303: null,
  KOE310: null,
  KOE319: null,
  KOE320: null,
  KOE322: null,
  KOE400: null,
};

export const errorPages: readonly GalleryState[] = koeCodes.flatMap((code) => {
  const details = facts[code];
  return details ? [errorPage(code, details)] : [];
});

function errorPage(code: KoeCode, details: Details): GalleryState {
  return {
    id: code.toLowerCase(),
    group: 'errors',
    says: { ko: nameOf(code, 'ko'), en: nameOf(code, 'en') },
    params: NO_PARAMS,
    lacks: NOTHING_LACKS,
    async draw(ctx, { app }) {
      const koe = new Koe(code, details(app));
      await drawKoe(ctx, koe, koe.status < 500 ? whyOf(koe, app, ctx.originalUrl, reading(ctx).t) : null);
    },
  };
}

/** As if it had been refused and kept. Its own page is the exhibit. */
function whyOf({ code, status, details }: Koe, app: App, path: string, t: ReturnType<typeof translator>) {
  const endpoint = code === 'KOE007' ? '/oauth/logout' : '/oauth/authorize';
  const request = { door: 'kauth', method: 'GET', path: endpoint, appId: app.id, keyType: 'rest' } as const;
  const refusal = { id: code, refusedAt: SHOWN_AT, expiresAt: SHOWN_AT, status, code, rule: code, details, ...request };
  return { ...explain(refusal, app.name, t), path };
}

function nameOf(code: KoeCode, language: 'ko' | 'en'): string {
  const key = `why.${code}`;
  const t = translator(language);
  return `${code} · ${hasText(key) ? t(key) : t(`koe.${code}` as TextKey)}`;
}

function nearTo(registered: string | undefined): string {
  return registered ? `${registered}/` : ELSEWHERE;
}
