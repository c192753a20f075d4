/** Channels of an app, and where its callbacks go. Source: guide, 4단계 (플러스친구 추가 설정, 추가/차단 콜백 URL 설정); kakao-api 3, 5.4. */
import { z } from 'zod';
import { inEra } from '../../../apps/index.ts';
import type { Channel } from '../../../channels/index.ts';
import { fieldsOf } from '../../kit/fields.ts';
import type { Form } from '../../kit/form.ts';
import { button } from '../../kit/parts.ts';
import { type Deed, deed } from '../deed.ts';
import { badge, copy, type Section, section, type Subject, text, type Value } from '../section.ts';
import { control, draftAt } from '../subject.ts';
import { callbackDeeds, callbacks } from './callbacks.ts';

export async function channels(subject: Subject): Promise<Section[]> {
  return [await channel(subject), await callbacks(subject)];
}

export const channelDeeds: readonly Deed[] = [
  deed({
    path: 'channel',
    section: () => 'channel',
    needs: 'editor',
    schema: () => z.object({ channel: z.string().default('') }),
    rules: () => ({ channel_not_connected: ['channel', 'appRule.channel_not_connected'] }),
    apply: ({ house, by, app }, { channel: id }) => house.sync.chooseChannel(by, app.id, id || null),
  }),
  ...callbackDeeds,
];

async function channel(subject: Subject): Promise<Section> {
  const { house, app, t, may } = subject;
  const words = inEra(app, 'channelWord');
  const linked = await house.sync.connectedChannels(app.id);
  const offered = app.channelOnConsent === null ? undefined : await house.channels.byId(app.channelOnConsent);
  return section(subject, 'channel', ['channelOnConsent', 'connections'], {
    title: t(`developers.channel.${words}`),
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
    forms: may('editor') && linked.length > 0 ? [choice(subject, linked)] : [],
    notes:
      may('editor') && linked.length === 0
        ? [{ text: t('developers.connectFirst'), link: { href: '/business', text: t('developers.connectGo') } }]
        : [],
  });
}

function choice(subject: Subject, linked: readonly Channel[]): Form {
  const { ctx, app, t } = subject;
  const words = inEra(app, 'channelWord');
  const draft = draftAt(subject, 'channel', { channel: app.channelOnConsent ?? '' });
  const choices = [
    { value: '', word: t('developers.noneOffered') },
    ...linked.map(({ id, name, searchId }) => ({ value: id, word: name, note: `${searchId} · ${id}` })),
  ];
  return control(subject, {
    path: 'channel',
    section: 'channel',
    draft,
    fields: [fieldsOf(ctx, draft).radios('channel', t(`developers.offered.${words}`), choices, { hint: t('developers.offeredHint') })],
    actions: [button(t('developers.save'), 'primary', { testid: 'save-channel' })],
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
    [badge(certified ? { word: t('developers.certified'), look: 'ok' } : { word: t('developers.notCertified'), look: 'plain' })],
  ];
}
