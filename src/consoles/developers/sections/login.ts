/** How the login is set up: the switch, secrets and addresses of each key, OpenID Connect. Source: kakao-api 6. */
import { type AppKey, inEra } from '../../../apps/index.ts';
import { badge, copy, type Fact, namedKeys, onOff, type Section, section, type Subject } from '../section.ts';

export function login(subject: Subject): Section[] {
  const { app, t } = subject;
  return [
    section(subject, 'login', ['loginOn'], {
      title: t(`developers.login.${inEra(app, 'consoleWords')}`),
      state: app.loginOn ? onOff(t, true) : { ...onOff(t, false), look: 'fail' },
    }),
    clientSecret(subject),
    section(subject, 'redirect-uris', ['keys[].redirectUris'], { facts: uris(subject, ({ redirectUris }) => redirectUris) }),
    section(subject, 'logout-redirect-uris', ['keys[].logoutRedirectUris'], {
      facts: uris(subject, ({ logoutRedirectUris }) => logoutRedirectUris),
    }),
    section(subject, 'openid-connect', ['openidConnectOn'], { state: onOff(t, app.openidConnectOn) }),
    section(subject, 'auto-link', ['autoLink'], { state: onOff(t, app.autoLink) }),
  ];
}

function clientSecret(subject: Subject): Section {
  const { app, t } = subject;
  return section(subject, 'client-secret', ['keys[].secret'], {
    facts: namedKeys(t, app).map(({ key: { secret }, name }) => ({
      label: name,
      values: [badge(onOff(t, secret.on)), copy(secret.value, `${name} ${t('setting.client-secret')}`)],
      none: '',
    })),
  });
}

function uris({ app, t }: Subject, of: (key: AppKey) => readonly string[]): Fact[] {
  return namedKeys(t, app).map(({ key, name }) => ({
    label: name,
    values: of(key).map((uri) => copy(uri, uri)),
    none: t('developers.noUris'),
  }));
}
