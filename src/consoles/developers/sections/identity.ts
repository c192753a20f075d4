/** Which app it is: its icon and names, and its kind. Source: guide, 준비 2; kakao-api 6. */
import { z } from 'zod';
import type { App } from '../../../apps/index.ts';
import { LARGEST, PICTURES } from '../../../documents/index.ts';
import type { TextKey } from '../../../web/text/index.ts';
import type { Draft } from '../../kit/draft.ts';
import type { Field } from '../../kit/field.ts';
import { fieldsOf } from '../../kit/fields.ts';
import type { Form } from '../../kit/form.ts';
import { button } from '../../kit/parts.ts';
import { keptFile } from '../../kit/take-files.ts';
import type { RuleWords } from '../../kit/take-form.ts';
import { kindBadge, pathOf } from '../cards.ts';
import { type Deed, deed } from '../deed.ts';
import { code, type Section, section, text, type Subject, type Value } from '../section.ts';
import { control, draftAt } from '../subject.ts';

export async function identity(subject: Subject): Promise<Section[]> {
  return [await basic(subject), await kind(subject)];
}

/** Icon, name and company: all that an app is made of. */
export const nameFields = z.object({ name: z.string().trim().min(1), company: z.string().trim().min(1), icon: z.string().default('') });
export const nameRules: RuleWords = {
  app_field_refused: ({ field }) => [[String(field), 'appRule.app_field_refused' satisfies TextKey]],
  unknown_document: ['icon', 'file.missing'],
  document_wrong_kind: ['icon', 'appRule.icon'],
};
export const iconKinds = { icon: PICTURES };

const stored = ({ name, company }: App): Record<string, string> => ({ name, company });

export const identityDeeds: readonly Deed[] = [
  deed({
    path: 'basic',
    section: () => 'basic',
    needs: 'editor',
    files: iconKinds,
    schema: () => nameFields,
    rules: () => nameRules,
    stored,
    async apply({ house, by, app }, { name, company, icon }) {
      await house.apps.rename(by, app.id, { name, company });
      if (icon) await house.apps.setIcon(by, app.id, icon);
    },
  }),
];

/** The fields of a new app and of one that is renamed. */
export async function fieldsOfNames({ house, ctx, t }: Pick<Subject, 'house' | 'ctx' | 't'>, draft: Draft): Promise<Field[]> {
  const field = fieldsOf(ctx, draft);
  const kept = await keptFile(house, ctx, draft, 'icon');
  return [
    field.file('icon', t('developers.icon'), { kinds: PICTURES, limit: LARGEST, kept, required: false, hint: t('developers.iconHint') }),
    field.text('name', t('developers.name')),
    field.text('company', t('developers.company'), { hint: t('developers.companyHint') }),
  ];
}

async function basic(subject: Subject): Promise<Section> {
  const { app, t, may } = subject;
  const facts = [
    { label: t('developers.name'), values: [text(app.name)], none: '' },
    { label: t('developers.company'), values: [text(app.company)], none: '' },
  ];
  return section(subject, 'basic', ['name', 'company', 'icon'], may('editor') ? { forms: [await namesForm(subject)] } : { facts });
}

async function namesForm(subject: Subject): Promise<Form> {
  const draft = draftAt(subject, 'basic', stored(subject.app), { guarded: true });
  return control(subject, {
    path: 'basic',
    section: 'basic',
    draft,
    fields: await fieldsOfNames(subject, draft),
    actions: [button(subject.t('developers.save'), 'primary', { testid: 'save-basic' })],
  });
}

async function kind(subject: Subject): Promise<Section> {
  const { house, app, t, may } = subject;
  const tested = app.testOf === null ? undefined : await house.apps.byId(app.testOf);
  const tests = await house.apps.testsOf(app.id);
  return section(subject, 'kind', ['businessNumber', 'testOf', 'suspended', 'era'], {
    state: kindBadge(t, app),
    facts: [
      { label: t('developers.business'), values: businessOf(subject), none: t('developers.noBusiness') },
      { label: t('developers.testOf'), values: tested ? [appLink(tested)] : [], none: t('developers.noTestOf') },
      { label: t('developers.tests'), values: tests.map(appLink), none: t('developers.noTests') },
      {
        label: t('developers.suspended'),
        values: [text(t(app.suspended ? 'developers.suspendedYes' : 'developers.suspendedNo'))],
        none: '',
      },
      { label: t('developers.era'), values: [text(t(`developers.era.${app.era}`))], none: '' },
    ],
    notes:
      app.businessNumber === null && may('member')
        ? [
            {
              text: t(may('owner') ? 'developers.bizHint' : 'developers.bizOwnerOnly'),
              link: may('owner') ? { href: `${pathOf(app)}/business`, text: t('developers.bizGo') } : null,
            },
          ]
        : [],
  });
}

/** 등록 후에는 카카오 for 비즈니스에서 사업자정보를 관리할 수 있습니다. */
function businessOf({ app, t, may }: Subject): Value[] {
  if (app.businessNumber === null) return [];
  const managed: Value[] = may('member') ? [{ kind: 'page', text: t('developers.bizManage'), href: '/business' }] : [];
  return [code(app.businessNumber), ...managed];
}

function appLink(app: { id: string; name: string }): Value {
  return { kind: 'page', text: `${app.name} (${app.id})`, href: pathOf(app) };
}
