/** App keys and their client secrets: made, replaced, removed, ON and OFF. Source: kakao-api 6. */
import { z } from 'zod';
import type { AppKey } from '../../../apps/index.ts';
import { UnknownKey } from '../../../apps/index.ts';
import { fieldsOf } from '../../kit/fields.ts';
import { button, fact } from '../../kit/parts.ts';
import { pathOf } from '../cards.ts';
import { switchForm, switching } from '../controls.ts';
import { type Deed, deed, type Doing } from '../deed.ts';
import { badge, namedKeys, onOff, secret, type Section, section, type Step, type Subject, type Value } from '../section.ts';
import { control, draftAt } from '../subject.ts';

const TYPES: readonly AppKey['type'][] = ['rest', 'javascript', 'native'];

export function keys(subject: Subject): Section {
  const { app, t } = subject;
  const admin = t('key.admin');
  return section(subject, 'keys', ['keys[].type', 'keys[].key', 'adminKeys'], {
    facts: [
      ...namedKeys(t, app).map(({ key, name }) => ({ label: name, values: [keyValue(subject, key, name)], none: '' })),
      { label: admin, values: app.adminKeys.map((key) => secret(subject, key, admin)), none: '' },
    ],
    forms: subject.may('editor') ? [newKey(subject)] : [],
  });
}

export function clientSecret(subject: Subject): Section {
  const { app, t, may } = subject;
  return section(subject, 'client-secret', ['keys[].secret'], {
    facts: namedKeys(t, app).map(({ key, name }) => ({
      label: name,
      values: [
        badge(onOff(t, key.secret.on)),
        secret(
          subject,
          key.secret.value,
          `${name} ${t('setting.client-secret')}`,
          may('editor') ? [step(subject, `secrets/${key.key}/replacement`, 'developers.reissue', name)] : [],
        ),
        ...switchForm(subject, `secrets/${key.key}`, 'client-secret', key.secret.on).map((form): Value => ({ kind: 'form', form })),
      ],
      none: '',
    })),
  });
}

export const keyDeeds: readonly Deed[] = [
  deed({
    path: 'keys',
    section: () => 'keys',
    needs: 'editor',
    schema: () => z.object({ keyType: z.enum(['rest', 'javascript', 'native']) }),
    rules: () => ({ too_many_keys: ['keyType', 'appRule.too_many_keys'] }),
    apply: ({ house, by, app }, { keyType }) => house.apps.addKey(by, app.id, keyType),
    done: 'keyAdded',
  }),
  deed({
    path: 'keys/:key/replacement',
    section: () => 'keys',
    needs: 'editor',
    schema: () => z.object({}),
    apply: ({ house, by, app, params }) => house.apps.reissueKey(by, app.id, params['key'] ?? ''),
    done: 'reissued',
    asks: (doing, t) => ({
      heading: t('developers.ask.reissueKey'),
      says: t('developers.ask.reissueKey.says'),
      summary: [fact(t('developers.app'), doing.app.name), fact(keyOf(doing, t).name, { kind: 'code', text: keyOf(doing, t).key.key })],
      warning: t('developers.ask.keyWarning'),
      button: t('developers.reissue'),
    }),
  }),
  deed({
    path: 'keys/:key/removal',
    section: () => 'keys',
    needs: 'editor',
    schema: () => z.object({}),
    rules: () => ({ last_key: ['', 'appRule.last_key'] }),
    apply: ({ house, by, app, params }) => house.apps.removeKey(by, app.id, params['key'] ?? ''),
    done: 'removed',
    asks: (doing, t) => ({
      heading: t('developers.ask.removeKey'),
      says: t('developers.ask.removeKey.says'),
      summary: [fact(t('developers.app'), doing.app.name), fact(keyOf(doing, t).name, { kind: 'code', text: keyOf(doing, t).key.key })],
      warning: t('developers.ask.keyWarning'),
      button: t('developers.remove'),
    }),
  }),
  switching('secrets/:key', 'client-secret', ({ house, by, app, params }, on) =>
    house.apps.switchSecret(by, app.id, params['key'] ?? '', on),
  ),
  deed({
    path: 'secrets/:key/replacement',
    section: () => 'client-secret',
    needs: 'editor',
    schema: () => z.object({}),
    apply: ({ house, by, app, params }) => house.apps.reissueSecret(by, app.id, params['key'] ?? ''),
    done: 'reissued',
    asks: (doing, t) => ({
      heading: t('developers.ask.reissueSecret'),
      says: t('developers.ask.reissueSecret.says'),
      summary: [fact(t('developers.app'), doing.app.name), fact(t('developers.key'), keyOf(doing, t).name)],
      warning: t('developers.ask.secretWarning'),
      button: t('developers.reissue'),
    }),
  }),
];

/** A link to the page that asks before a deed. */
export function step({ app, t }: Subject, path: string, word: 'developers.reissue' | 'developers.remove', of: string): Step {
  return { text: t(word), href: `${pathOf(app)}/${path}`, look: word === 'developers.remove' ? 'danger' : 'plain', of };
}

function keyValue(subject: Subject, { key }: AppKey, name: string): Value {
  const steps = [
    step(subject, `keys/${key}/replacement`, 'developers.reissue', name),
    step(subject, `keys/${key}/removal`, 'developers.remove', name),
  ];
  return { kind: 'copyWith', text: key, of: name, form: null, steps: subject.may('editor') ? steps : [] };
}

function newKey(subject: Subject) {
  const { ctx, t } = subject;
  const draft = draftAt(subject, 'keys');
  const choices = TYPES.map((value) => ({ value, word: t(`key.${value}`) }));
  return control(subject, {
    path: 'keys',
    section: 'keys',
    draft,
    fields: [fieldsOf(ctx, draft).select('keyType', t('developers.newKey'), choices)],
    actions: [button(t('developers.add'), 'plain', { of: t('developers.key'), testid: 'add-key' })],
  });
}

/** Throws UnknownKey. */
function keyOf({ app, params }: Doing, t: Subject['t']) {
  const found = namedKeys(t, app).find(({ key }) => key.key === params['key']);
  if (!found) throw new UnknownKey(`app ${app.id} has no key like this`, { appId: app.id });
  return found;
}
