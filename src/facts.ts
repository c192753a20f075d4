/** What a newcomer needs to know of a running simulator: apps with their keys, and the people to be. Public test data only. */
import type { House } from './house.ts';

export interface AppFacts {
  id: string;
  name: string;
  company: string;
  /** REST API key. */
  clientId: string;
  /** Null while the client secret is OFF. */
  clientSecret: string | null;
  adminKey: string;
  redirectUris: readonly string[];
  oidc: boolean;
  loginOn: boolean;
  simpleSignup: boolean;
}

export interface PersonaFacts {
  key: string;
  nickname: string;
  /** What to type: e-mail address, or phone number for an account without one. */
  login: string;
  email: string | null;
  password: string;
  says: string;
}

/** Every app that has a REST API key, the apps that can be used for a sign-up first. */
export async function appFacts({ apps, sync }: Pick<House, 'apps' | 'sync'>): Promise<AppFacts[]> {
  const facts: AppFacts[] = [];
  for (const app of await apps.all()) {
    const rest = app.keys.find(({ type }) => type === 'rest');
    if (!rest) continue;
    facts.push({
      id: app.id,
      name: app.name,
      company: app.company,
      clientId: rest.key,
      clientSecret: rest.secret.on ? rest.secret.value : null,
      adminKey: app.adminKeys[0]!,
      redirectUris: rest.redirectUris,
      oidc: app.openidConnectOn,
      loginOn: app.loginOn,
      simpleSignup: (await sync.simpleSignup(app)) !== null,
    });
  }
  const usable = (app: AppFacts) => Number(app.loginOn && app.simpleSignup && app.redirectUris.length > 0);
  return facts.sort((a, b) => usable(b) - usable(a));
}

export async function personaFacts({ accounts }: Pick<House, 'accounts'>, language: 'ko' | 'en'): Promise<PersonaFacts[]> {
  return (await accounts.personas()).map(({ key, nickname, email, phone, password, says }) => ({
    key: key!,
    nickname,
    login: email?.address ?? phone ?? key!,
    email: email?.address ?? null,
    password,
    says: says?.[language] ?? '',
  }));
}
