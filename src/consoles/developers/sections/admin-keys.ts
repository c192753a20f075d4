/** Admin keys and what each may call (호출 허용 API): the owner's alone. Source: kakao-api 2.0, 6. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { adminApis, type App, UnknownKey } from '../../../apps/index.ts';
import { list } from '../../../web/forms.ts';
import { fieldsOf } from '../../kit/fields.ts';
import type { Form } from '../../kit/form.ts';
import { button, fact } from '../../kit/parts.ts';
import { type Deed, deed, type Params } from '../deed.ts';
import { code, type Fact, secret, type Section, section, type Subject, text } from '../section.ts';
import { control, draftAt } from '../subject.ts';
import { step } from './keys.ts';

export function adminKeys(subject: Subject): Section {
  const { app, t, may } = subject;
  return section(subject, 'admin-keys', ['adminKeys', 'adminKeyApis'], {
    facts: app.adminKeys.map((key, at) => keyFact(subject, key, at)),
    forms: may('owner')
      ? [
          control(subject, {
            path: 'admin-keys',
            section: 'admin-keys',
            actions: [button(t('developers.addAdminKey'), 'plain', { testid: 'add-admin-key' })],
          }),
        ]
      : [],
    notes: may('member') && !may('owner') ? [{ text: t('developers.ownerKeys'), link: null }] : [],
  });
}

const nothing = { section: () => 'admin-keys' as const, needs: 'owner', schema: () => z.object({}) } as const;

export const adminKeyDeeds: readonly Deed[] = [
  deed({
    ...nothing,
    path: 'admin-keys',
    rules: () => ({ too_many_keys: ['', 'appRule.too_many_keys'] }),
    apply: ({ house, by, app }) => house.apps.addAdminKey(by, app.id),
    done: 'keyAdded',
  }),
  deed({
    ...nothing,
    path: 'admin-keys/:key/apis',
    schema: (params) => z.object({ [fieldOf(params)]: z.preprocess(list, z.array(z.string())) }),
    apply: ({ house, by, app, params }, typed) => {
      const apis = Object.values(typed)[0] ?? [];
      return house.apps.allowApis(by, app.id, keyOf(app, params), apis.length === 0 ? null : apis);
    },
  }),
  deed({
    ...nothing,
    path: 'admin-keys/:key/replacement',
    apply: ({ house, by, app, params }) => house.apps.reissueAdminKey(by, app.id, keyOf(app, params)),
    done: 'reissued',
    asks: ({ app, params }, t) => ({
      heading: t('developers.ask.reissueAdminKey'),
      says: t('developers.ask.reissueAdminKey.says'),
      summary: [fact(t('developers.app'), app.name), fact(t('key.admin'), { kind: 'code', text: keyOf(app, params) })],
      warning: t('developers.ask.keyWarning'),
      button: t('developers.reissue'),
    }),
  }),
  deed({
    ...nothing,
    path: 'admin-keys/:key/removal',
    rules: () => ({ last_key: ['', 'appRule.last_key'] }),
    apply: ({ house, by, app, params }) => house.apps.removeAdminKey(by, app.id, keyOf(app, params)),
    done: 'removed',
    asks: ({ app, params }, t) => ({
      heading: t('developers.ask.removeAdminKey'),
      says: t('developers.ask.removeAdminKey.says'),
      summary: [fact(t('developers.app'), app.name), fact(t('key.admin'), { kind: 'code', text: keyOf(app, params) })],
      warning: t('developers.ask.keyWarning'),
      button: t('developers.remove'),
    }),
  }),
];

function keyFact(subject: Subject, key: string, at: number): Fact {
  const { app, t, may } = subject;
  const name = `${t('key.admin')} ${at + 1}${at === 0 ? ` · ${t('developers.primary')}` : ''}`;
  const slug = slugOf(key);
  const steps = may('owner')
    ? [
        step(subject, `admin-keys/${slug}/replacement`, 'developers.reissue', name),
        step(subject, `admin-keys/${slug}/removal`, 'developers.remove', name),
      ]
    : [];
  const apis = app.adminKeyApis[key];
  return {
    label: name,
    values: [secret(subject, key, name, steps), ...(apis ? apis.map(code) : [text(t('developers.everyApi'))])],
    none: '',
    folded: t('developers.chooseApis'),
    form: may('owner') ? apisForm(subject, slug, name, apis ?? []) : null,
  };
}

function apisForm(subject: Subject, slug: string, name: string, chosen: readonly string[]): Form {
  const { ctx, t } = subject;
  const path = `admin-keys/${slug}/apis`;
  const field = fieldOf({ key: slug });
  const draft = draftAt(subject, path, { [field]: chosen });
  const choices = adminApis.map((api) => ({ value: api, word: api }));
  return control(subject, {
    path,
    section: 'admin-keys',
    draft,
    fields: [fieldsOf(ctx, draft).checks(field, t('developers.apis'), choices, { hint: t('developers.apisHint'), required: false })],
    actions: [button(t('developers.save'), 'plain', { of: name, testid: 'save-apis' })],
  });
}

/** Addresses are kept by browsers and logs: the key itself is not in them. */
function slugOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 12);
}

/** Throws UnknownKey. */
function keyOf(app: App, { key: slug }: Params): string {
  const found = app.adminKeys.find((key) => slugOf(key) === slug);
  if (!found) throw new UnknownKey(`app ${app.id} has no admin key like this`, { appId: app.id });
  return found;
}

const fieldOf = ({ key = '' }: Params): string => `apis-${key}`;
