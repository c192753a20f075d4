/** From where, by which key and how often the APIs may be called. Source: kakao-api 2.0, 2.11, 6. */
import type { AppKey } from '../../../apps/index.ts';
import { badge, code, namedKeys, type Section, section, type Subject, text, type Value, word } from '../section.ts';

export async function access(subject: Subject): Promise<Section[]> {
  return [platforms(subject), allowedIps(subject), adminKeys(subject), await quotas(subject)];
}

function platforms(subject: Subject): Section {
  const { app, t } = subject;
  const registered = (values: readonly string[]): Value[] =>
    values.length > 0 ? values.map(code) : [{ kind: 'note', text: t('developers.notRegistered') }];
  return section(subject, 'platforms', ['keys[].domains', 'keys[].androidKeyHashes', 'keys[].iosBundleIds'], {
    table: {
      columns: [t('developers.key'), t('developers.domains'), t('developers.androidKeyHashes'), t('developers.iosBundleIds')],
      rows: namedKeys(t, app).map(({ key, name }) => [
        [{ kind: 'name', text: name }],
        registered(key.domains),
        registered(key.androidKeyHashes),
        registered(key.iosBundleIds),
      ]),
      empty: '',
    },
  });
}

function allowedIps(subject: Subject): Section {
  const { app, t } = subject;
  return section(subject, 'allowed-ips', ['allowedIps'], {
    facts: [{ label: t('developers.addresses'), values: app.allowedIps.map(code), none: t('developers.everyAddress') }],
  });
}

function adminKeys(subject: Subject): Section {
  const { app, t } = subject;
  return section(subject, 'admin-keys', ['adminKeyApis'], {
    table: {
      columns: [t('key.admin'), t('developers.apis')],
      rows: app.adminKeys.map((key, index) => {
        const apis = app.adminKeyApis[key];
        const primary = index === 0 ? [badge({ word: t('developers.primary'), look: '' })] : [];
        return [[code(key), ...primary], apis ? apis.map(code) : [text(t('developers.everyApi'))]];
      }),
      empty: '',
    },
  });
}

async function quotas(subject: Subject): Promise<Section> {
  const { house, app, t } = subject;
  const calls = (count: number) => [word(t('developers.calls', { count }))];
  const nameOf = (limited: AppKey | null) => namedKeys(t, app).find(({ key }) => key.key === limited?.key)?.name ?? '';
  return section(subject, 'quotas', ['switches.tokenRequestsPerMinute'], {
    table: {
      columns: [t('developers.limited'), t('developers.perMinute'), t('developers.left')],
      rows: (await house.apps.quotas(app)).map(({ api, key, perMinute, left }) => [
        [api === null ? text(t('developers.tokenRequests', { key: nameOf(key) })) : code(api)],
        calls(perMinute),
        calls(left),
      ]),
      empty: '',
    },
  });
}
