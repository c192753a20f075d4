/** How the login is set up: the switch, secrets and addresses of each key, OpenID Connect. Source: guide, 4단계 (사용자 관리 ON); kakao-api 6. */
import { inEra } from '../../../apps/index.ts';
import { listDeeds, listFact, switchForm, switching } from '../controls.ts';
import type { Deed } from '../deed.ts';
import { type Fact, namedKeys, onOff, type Section, section, type SectionId, type Subject } from '../section.ts';
import { clientSecret } from './keys.ts';

export function login(subject: Subject): Section[] {
  const { app, t } = subject;
  return [
    section(subject, 'login', ['loginOn'], {
      title: t(`developers.login.${inEra(app, 'consoleWords')}`),
      state: app.loginOn ? onOff(t, true) : { ...onOff(t, false), look: 'fail' },
      forms: switchForm(subject, 'login', 'login', app.loginOn),
    }),
    clientSecret(subject),
    section(subject, 'redirect-uris', ['keys[].redirectUris'], { facts: uris(subject, 'redirectUris', 'redirect-uris') }),
    section(subject, 'logout-redirect-uris', ['keys[].logoutRedirectUris'], {
      facts: uris(subject, 'logoutRedirectUris', 'logout-redirect-uris'),
    }),
    section(subject, 'openid-connect', ['openidConnectOn'], {
      state: onOff(t, app.openidConnectOn),
      forms: switchForm(subject, 'openid-connect', 'openid-connect', app.openidConnectOn),
    }),
    section(subject, 'auto-link', ['autoLink'], {
      state: onOff(t, app.autoLink),
      forms: switchForm(subject, 'auto-link', 'auto-link', app.autoLink),
    }),
  ];
}

export const loginDeeds: readonly Deed[] = [
  switching('login', 'login', ({ house, by, app }, loginOn) => house.apps.setSwitches(by, app.id, { loginOn })),
  switching('openid-connect', 'openid-connect', ({ house, by, app }, openidConnectOn) =>
    house.apps.setSwitches(by, app.id, { openidConnectOn }),
  ),
  switching('auto-link', 'auto-link', ({ house, by, app }, autoLink) => house.apps.setSwitches(by, app.id, { autoLink })),
  ...listDeeds('redirectUris', 'redirect-uris'),
  ...listDeeds('logoutRedirectUris', 'logout-redirect-uris'),
];

function uris(subject: Subject, list: 'redirectUris' | 'logoutRedirectUris', id: SectionId): Fact[] {
  const { app, t } = subject;
  return namedKeys(t, app).map(({ key, name }) =>
    listFact(subject, { label: name, section: id, place: { list, key: key.key }, values: key[list], none: t('developers.noUris') }),
  );
}
