/** Channels of an app, and where its callbacks go. Source: kakao-api 3, 5.4. */
import { inEra } from '../../../apps/index.ts';
import type { Channel } from '../../../channels/index.ts';
import { badge, copy, type Fact, type Section, section, type Subject, text, type Value } from '../section.ts';

export async function channels(subject: Subject): Promise<Section[]> {
  return [await channel(subject), await callbacks(subject)];
}

async function channel(subject: Subject): Promise<Section> {
  const { house, app, t } = subject;
  const words = inEra(app, 'channelWord');
  const linked = await house.sync.connectedChannels(app.id);
  const offered = app.channelOnConsent === null ? undefined : await house.channels.byId(app.channelOnConsent);
  return section(subject, 'channel', ['channelOnConsent', 'connections'], {
    title: t(`developers.channel.${words}`),
    tables: ['apps', 'connections'],
    facts: [
      {
        label: t(`developers.offered.${words}`),
        values: offered ? [text(`${offered.name} (${offered.id})`)] : [],
        none: t('developers.noneOffered'),
      },
    ],
    table: {
      columns: [t(`developers.linked.${words}`), t('developers.publicId'), t('developers.certification')],
      rows: await Promise.all(linked.map((each) => channelRow(subject, each))),
      empty: t('developers.noChannels'),
    },
  });
}

async function channelRow({ house, t }: Subject, { id, name, searchId }: Channel): Promise<Value[][]> {
  const certified = await house.channels.certified(id);
  return [
    [
      { kind: 'name', text: name },
      { kind: 'note', text: searchId },
    ],
    [copy(id, name)],
    [badge(certified ? { word: t('developers.certified'), look: 'ok' } : { word: t('developers.notCertified'), look: '' })],
  ];
}

async function callbacks(subject: Subject): Promise<Section> {
  const { house, app, t } = subject;
  const address = async (kind: 'channel' | 'sync'): Promise<Fact[]> => {
    const endpoint = await house.webhooks.endpoint(app.id, kind);
    const label = t(`developers.callback.${kind}`);
    const secretLabel = t('developers.callbackSecret');
    return [
      { label, values: endpoint ? [copy(endpoint.url, label)] : [], none: t('developers.noCallback') },
      ...(endpoint?.secret ? [{ label: secretLabel, values: [copy(endpoint.secret, secretLabel)], none: '' }] : []),
    ];
  };
  const log: Value = { kind: 'page', text: t('developers.deliveriesOf'), href: `/_sim/deliveries?${new URLSearchParams({ app: app.id })}` };
  return section(subject, 'callbacks', ['callbacks'], {
    tables: ['endpoints'],
    facts: [...(await address('channel')), ...(await address('sync')), { label: t('developers.deliveries'), values: [log], none: '' }],
  });
}
