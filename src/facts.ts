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
    if (rest) facts.push(await factsBy(rest, app, sync));
  }
  return usableFirst(facts);
}

type App = Awaited<ReturnType<House['apps']['all']>>[number];

/** What is known of an app to whoever uses this key of it. */
export async function factsBy(key: App['keys'][number], app: App, sync: House['sync']): Promise<AppFacts> {
  return {
    id: app.id,
    name: app.name,
    company: app.company,
    clientId: key.key,
    clientSecret: key.secret.on ? key.secret.value : null,
    adminKey: app.adminKeys[0]!,
    redirectUris: key.redirectUris,
    oidc: app.openidConnectOn,
    loginOn: app.loginOn,
    simpleSignup: (await sync.simpleSignup(app)) !== null,
  };
}

/** Those that can be used for a sign-up first. */
export function usableFirst<T extends Pick<AppFacts, 'loginOn' | 'simpleSignup' | 'redirectUris'>>(facts: readonly T[]): T[] {
  const usable = (app: T) => Number(app.loginOn && app.simpleSignup && app.redirectUris.length > 0);
  return facts.toSorted((a, b) => usable(b) - usable(a));
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
