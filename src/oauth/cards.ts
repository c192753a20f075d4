/** Apps and people as the login screens show them. */
import type { Account } from '../accounts/index.ts';
import type { App } from '../apps/index.ts';
import { iconPath } from '../web/icons.ts';
import type { Language } from '../web/text/index.ts';
import type { AppCard, PersonaCard } from './models.ts';

export function appCard(app: App): AppCard {
  return { name: app.name, company: app.company, icon: iconPath(app) };
}

export function personaCard(account: Account, language: Language, more: Pick<PersonaCard, 'hinted' | 'link' | 'user'>): PersonaCard {
  return {
    key: account.key ?? '',
    nickname: account.nickname,
    image: pictureOf(account),
    login: loginOf(account),
    says: account.says?.[language] ?? '',
    ...more,
  };
}

/** The id that a person types: e-mail, else phone, else the persona key. */
export function loginOf(account: Account): string {
  return account.email?.address ?? account.phone ?? account.key ?? '';
}

/** URL path of the small picture, or null for one to be drawn from the name. */
export function pictureOf(account: Account): string | null {
  return account.image && `/assets/${account.image}-110.png`;
}
