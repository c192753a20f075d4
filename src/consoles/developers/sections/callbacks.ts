/** 콜백 URL: where adding, blocking and signing up are told, and a test of it. Source: guide, 4단계; kakao-api 3.1, 3.3. */
import { z } from 'zod';
import { inEra } from '../../../apps/index.ts';
import type { Endpoint } from '../../../webhooks/index.ts';
import { fieldsOf } from '../../kit/fields.ts';
import type { Form } from '../../kit/form.ts';
import { button } from '../../kit/parts.ts';
import { type Deed, deed } from '../deed.ts';
import { type Fact, secret, type Section, section, type Subject, type Value } from '../section.ts';
import { control, draftAt } from '../subject.ts';

const kinds = ['channel', 'sync'] as const satisfies readonly Endpoint['kind'][];
type Kind = (typeof kinds)[number];

export async function callbacks(subject: Subject): Promise<Section> {
  const { app, t, may } = subject;
  const log: Value = { kind: 'page', text: t('developers.deliveriesOf'), href: `/_sim/deliveries?${new URLSearchParams({ app: app.id })}` };
  const facts = await Promise.all(kinds.map((kind) => factsOf(subject, kind)));
  return section(subject, 'callbacks', ['callbacks'], {
    facts: [...facts.flat(), { label: t('developers.deliveries'), values: [log], none: '' }],
    forms: may('editor') ? [test(subject)] : [],
    notes: [{ text: t(`developers.callbackHint.${inEra(app, 'channelWord')}`), link: { href: '#items', text: t('setting.items') } }],
  });
}

export const callbackDeeds: readonly Deed[] = [
  ...kinds.map((kind) =>
    deed({
      path: `callbacks/${kind}`,
      section: () => 'callbacks',
      needs: 'editor',
      schema: () => z.object({ [fieldOf(kind)]: z.string().default('') }),
      rules: () => ({ callback_url_refused: [fieldOf(kind), 'appRule.callback_url_refused'] }),
      apply: ({ house, by, app }, typed) => house.apps.setCallback(by, app.id, kind, Object.values(typed)[0] ?? ''),
    }),
  ),
  deed({
    path: 'callbacks/test',
    section: () => 'callbacks',
    needs: 'editor',
    schema: () => z.object({ relation: z.enum(['ADDED', 'BLOCKED']) }),
    rules: () => ({ no_callback_address: ['', 'appRule.no_callback_address'], no_channel_to_tell: ['', 'appRule.no_channel_to_tell'] }),
    apply: ({ house, by, app }, { relation }) => house.consent.testCallback(by, app.id, relation),
    done: 'sent',
  }),
];

async function factsOf(subject: Subject, kind: Kind): Promise<Fact[]> {
  const { house, app, t, may } = subject;
  const endpoint = await house.webhooks.endpoint(app.id, kind);
  const label = t(`developers.callback.${kind}`);
  const secretLabel = t('developers.callbackSecret');
  return [
    {
      label,
      values: endpoint ? [{ kind: 'copy', text: endpoint.url, of: label }] : [],
      none: t('developers.noCallback'),
      form: may('editor') ? addressForm(subject, kind, label, endpoint?.url ?? '') : null,
    },
    ...(endpoint?.secret ? [{ label: secretLabel, values: [secret(subject, endpoint.secret, secretLabel)], none: '' }] : []),
  ];
}

function addressForm(subject: Subject, kind: Kind, of: string, url: string): Form {
  const { ctx, t } = subject;
  const path = `callbacks/${kind}`;
  const draft = draftAt(subject, path, { [fieldOf(kind)]: url });
  const options = { placeholder: 'https://', required: false, hint: t('developers.callbackUrlHint') };
  return control(subject, {
    path,
    section: 'callbacks',
    draft,
    fields: [fieldsOf(ctx, draft).text(fieldOf(kind), t(`developers.callbackUrl.${kind}`), options)],
    actions: [button(t('developers.set'), 'plain', { of, testid: `save-callback-${kind}` })],
  });
}

/** Two buttons, one for each event. */
function test(subject: Subject): Form {
  const { t } = subject;
  const send = (relation: 'ADDED' | 'BLOCKED') =>
    button(t(`developers.test.${relation}`), 'plain', { name: 'relation', value: relation, testid: `test-${relation.toLowerCase()}` });
  return control(subject, { path: 'callbacks/test', section: 'callbacks', actions: [send('ADDED'), send('BLOCKED')] });
}

const fieldOf = (kind: Kind): string => `callback-${kind}`;
