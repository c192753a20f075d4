/** 웹훅 (콜백): where an app is told of unlinks, accounts, channels and sign-ups. Source: guide, 4단계; kakao-api 3.3–3.5. */
import { z } from 'zod';
import { accountEvents, type EventCategory, inEra } from '../../../apps/index.ts';
import type { Endpoint } from '../../../webhooks/index.ts';
import type { Field } from '../../kit/field.ts';
import { fieldsOf } from '../../kit/fields.ts';
import type { Form } from '../../kit/form.ts';
import { button } from '../../kit/parts.ts';
import { type Deed, deed } from '../deed.ts';
import { code, type Fact, secret, type Section, section, type Subject, type Value } from '../section.ts';
import { control, draftAt } from '../subject.ts';
import { preview, testDeed, testForm } from './callback-test.ts';

const kinds = ['unlink', 'account', 'channel', 'sync'] as const satisfies readonly Endpoint['kind'][];
type Kind = (typeof kinds)[number];
const categories = ['OAUTH', 'KAKAO', 'RISC', 'CAEP'] as const satisfies readonly EventCategory[];

export async function callbacks(subject: Subject): Promise<Section> {
  const { app, t, may } = subject;
  const log: Value = { kind: 'page', text: t('developers.deliveriesOf'), href: `/_sim/deliveries?${new URLSearchParams({ app: app.id })}` };
  const facts = await Promise.all(kinds.map((kind) => factsOf(subject, kind)));
  return section(subject, 'callbacks', ['callbacks'], {
    facts: [...facts.flat(), { label: t('developers.deliveries'), values: [log], none: '' }, ...(await preview(subject))],
    forms: may('editor') ? [testForm(subject)] : [],
    notes: [
      { text: t(`developers.callbackHint.${inEra(app, 'channelWord')}`), link: { href: '#items', text: t('setting.items') } },
      { text: t('developers.securityHint'), link: { href: '#switches', text: t('setting.switches') } },
    ],
  });
}

const names = z.preprocess((sent) => [sent ?? []].flat().filter((name) => name !== ''), z.array(z.string().max(100)));

export const callbackDeeds: readonly Deed[] = [
  ...kinds.map((kind) =>
    deed({
      path: `callbacks/${kind}`,
      section: () => 'callbacks',
      needs: 'editor',
      schema: () =>
        z.object({
          [fieldOf(kind)]: z.string().default(''),
          ...(kind === 'unlink' && { method: z.enum(['GET', 'POST']).default('POST') }),
          // A box that is not ticked is not sent.
          ...(kind === 'account' && { events: z.partialRecord(z.enum(categories), names).default({}) }),
        }),
      rules: () => ({
        callback_url_refused: [fieldOf(kind), 'appRule.callback_url_refused'],
        callback_address_refused: [fieldOf(kind), 'endpoints.addressRefused'],
        callback_host_not_listed: [fieldOf(kind), 'endpoints.hostNotListed'],
        unknown_event: ['', 'appRule.unknown_event'],
      }),
      apply({ house, by, app }, typed) {
        const { [fieldOf(kind)]: url = '', method, events } = typed as Typed;
        const how = { ...(method && { method }), ...(events && { events: Object.values(events).flat() }) };
        return house.apps.setCallback(by, app.id, kind, url, how);
      },
    }),
  ),
  testDeed,
];

interface Typed {
  [field: `callback-${string}`]: string;
  method?: Endpoint['method'];
  events?: Partial<Record<EventCategory, string[]>>;
}

async function factsOf(subject: Subject, kind: Kind): Promise<Fact[]> {
  const { house, app, t, may } = subject;
  const endpoint = await house.webhooks.endpoint(app.id, kind);
  const label = t(`developers.callback.${kind}`);
  const secretLabel = t('developers.callbackSecret');
  return [
    {
      label,
      values: endpoint ? [{ kind: 'copy', text: endpoint.url, of: label }, ...howOf(subject, endpoint)] : [],
      none: t('developers.noCallback'),
      form: may('editor') ? addressForm(subject, kind, label, endpoint) : null,
      ...(kind === 'account' && { folded: t('developers.callbackChange') }),
    },
    ...(endpoint?.secret ? [{ label: secretLabel, values: [secret(subject, endpoint.secret, secretLabel)], none: '' }] : []),
  ];
}

/** How it is sent, where an app can choose. */
function howOf({ t }: Subject, { kind, method, events }: Endpoint): Value[] {
  if (kind === 'unlink') return [code(method)];
  if (kind !== 'account') return [];
  return [{ kind: 'note', text: events ? t('developers.someEvents', { count: events.length }) : t('developers.allEvents') }];
}

function addressForm(subject: Subject, kind: Kind, of: string, endpoint: Endpoint | undefined): Form {
  const { ctx, t } = subject;
  const path = `callbacks/${kind}`;
  const events = endpoint?.events ?? accountEvents.map(({ name }) => name);
  const draft = draftAt(subject, path, {
    [fieldOf(kind)]: endpoint?.url ?? '',
    ...(kind === 'unlink' && { method: endpoint?.method ?? 'POST' }),
    ...(kind === 'account' && chosenBy(events)),
  });
  const field = fieldsOf(ctx, draft);
  const more: Record<Kind, () => Field[]> = {
    unlink: () => [
      field.select(
        'method',
        t('developers.callbackMethod'),
        ['POST', 'GET'].map((value) => ({ value, word: value })),
      ),
    ],
    account: () =>
      categories.map((category) =>
        field.checks(
          `events.${category}`,
          t(`developers.events.${category}`),
          accountEvents
            .filter((event) => event.category === category)
            .map(({ name }) => ({ value: name, word: name, note: t(`trigger.account.${name}`) })),
          { required: false },
        ),
      ),
    channel: () => [],
    sync: () => [],
  };
  const options = { placeholder: 'https://', required: false, hint: t('developers.callbackUrlHint') };
  return control(subject, {
    path,
    section: 'callbacks',
    draft,
    fields: [field.text(fieldOf(kind), t(`developers.callbackUrl.${kind}`), options), ...more[kind]()],
    actions: [button(t('developers.set'), 'plain', { of, testid: `save-callback-${kind}` })],
  });
}

/** Boxes of each category, those of the events that are subscribed ticked. */
function chosenBy(events: readonly string[]): Record<string, string[]> {
  const of = (category: EventCategory) => accountEvents.filter((event) => event.category === category && events.includes(event.name));
  return Object.fromEntries(categories.map((category) => [`events.${category}`, of(category).map(({ name }) => name)]));
}

const fieldOf = (kind: Kind): `callback-${Kind}` => `callback-${kind}`;
