/** From where, by which key and how often the APIs may be called. Source: kakao-api 1.7, 2.0, 2.11, 6. */
import type { AppKey, KeyList } from '../../../apps/index.ts';
import { listDeeds, listFact } from '../controls.ts';
import type { Deed } from '../deed.ts';
import { code, type Fact, namedKeys, type Section, section, type Subject, text, word } from '../section.ts';
import { adminKeyDeeds, adminKeys } from './admin-keys.ts';

/** Only these are asked: a REST API key is called by servers. */
const PLATFORMS: Readonly<Record<AppKey['type'], readonly Exclude<KeyList, 'redirectUris' | 'logoutRedirectUris'>[]>> = {
  rest: [],
  javascript: ['domains'],
  native: ['androidKeyHashes', 'iosBundleIds'],
};

export async function access(subject: Subject): Promise<Section[]> {
  return [platforms(subject), allowedIps(subject), adminKeys(subject), await quotas(subject)];
}

export const accessDeeds: readonly Deed[] = [
  ...listDeeds('domains', 'platforms'),
  ...listDeeds('androidKeyHashes', 'platforms'),
  ...listDeeds('iosBundleIds', 'platforms'),
  ...listDeeds('allowedIps', 'allowed-ips'),
  ...adminKeyDeeds,
];

function platforms(subject: Subject): Section {
  const { app, t } = subject;
  const facts = namedKeys(t, app).flatMap(({ key, name }) =>
    PLATFORMS[key.type].map((list): Fact =>
      listFact(subject, {
        label: `${name} · ${t(`developers.${list}`)}`,
        section: 'platforms',
        place: { list, key: key.key },
        values: key[list],
        none: t('developers.notRegistered'),
      }),
    ),
  );
  return section(subject, 'platforms', ['keys[].domains', 'keys[].androidKeyHashes', 'keys[].iosBundleIds'], {
    facts,
    notes: facts.length === 0 ? [{ text: t('developers.noSdkKey'), link: null }] : [],
  });
}

function allowedIps(subject: Subject): Section {
  const { app, t } = subject;
  return section(subject, 'allowed-ips', ['allowedIps'], {
    facts: [
      listFact(subject, {
        label: t('developers.addresses'),
        section: 'allowed-ips',
        place: { list: 'allowedIps' },
        values: app.allowedIps,
        none: t('developers.everyAddress'),
      }),
    ],
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
