/** 동의항목: every item with ON/OFF, 수집조건, 수집목적 and 관련 API. Source: guide, 4단계 (검수 기준으로 설정을 다시 해야 함); kakao-api 4. */
import { z } from 'zod';
import { apisOf, type App, consentItem, type ConsentItem, inEra, itemIds, itemOf } from '../../../apps/index.ts';
import type { ApprovedItem, ConfiguredItem } from '../../../sync/index.ts';
import type { TextKey } from '../../../web/text/index.ts';
import { textOf, type Typed } from '../../../web/typed.ts';
import type { Draft } from '../../kit/draft.ts';
import { idOf } from '../../kit/field.ts';
import { fieldsOf } from '../../kit/fields.ts';
import { button, link } from '../../kit/parts.ts';
import { pathOf } from '../cards.ts';
import { type Deed, deed } from '../deed.ts';
import { badge, code, type ItemForm, type ItemRow, type Section, section, type Subject, text, type Value, word } from '../section.ts';
import { control, draftAt } from '../subject.ts';

const STATES = ['required', 'optional', 'in-use'] as const;

export async function items(subject: Subject): Promise<Section> {
  const { house, app, t, may } = subject;
  const usable = new Set((await house.sync.usableItems(app)).map(({ id }) => id));
  const table = {
    columns: [t('setting.items'), t('developers.condition'), t('developers.purpose')],
    rows: app.items.map((item) => readRow(subject, item, usable.has(item.id))),
    empty: t('developers.noItems'),
  };
  return section(subject, 'items', ['items', 'applications.items'], may('editor') ? { items: await itemForm(subject) } : { table });
}

const item = z.object({ on: z.string().optional(), state: z.enum(STATES).optional(), purpose: z.string().trim().default('') });
const itemFields = z
  .object({ items: z.record(z.string(), item).default({}) })
  .superRefine(({ items: all }, ctx) => {
    for (const [id, { on, state, purpose }] of Object.entries(all)) {
      if (on && !state) ctx.addIssue({ code: 'custom', path: ['items', id, 'state'], message: 'form.choose' satisfies TextKey });
      if (on && !purpose) ctx.addIssue({ code: 'custom', path: ['items', id, 'purpose'], message: 'form.missing' satisfies TextKey });
    }
  })
  .transform(({ items: all }): ConfiguredItem[] =>
    Object.entries(all).flatMap(([id, { on, state, purpose }]) => (on && state ? [{ id, state, purpose }] : [])),
  );

/** What stands in the form for what is stored, also of the items that are OFF: switching one on is a change. */
const stored = (app: App): Typed =>
  Object.fromEntries(
    itemsOf(app).flatMap(({ id }) => {
      const configured = app.items.find((each) => each.id === id);
      return [
        [nameOf(id, 'on'), configured ? 'on' : ''],
        [nameOf(id, 'state'), configured?.state ?? ''],
        [nameOf(id, 'purpose'), configured?.purpose ?? ''],
      ];
    }),
  );

/** Those that there are in the era of the app, in console order. */
const itemsOf = (app: App): ConsentItem[] => itemIds.map((id) => itemOf(app, id)).filter((each) => each !== undefined);

export const itemDeeds: readonly Deed[] = [
  deed({
    path: 'items',
    section: () => 'items',
    needs: 'editor',
    schema: () => itemFields,
    rules: () => ({
      item_not_approved: ({ item: id }) => [[nameOf(id, 'on'), 'appRule.item_not_approved']],
      state_not_approved: ({ item: id, approved }) => [
        [nameOf(id, 'state'), approved === 'required' ? 'appRule.approvedRequired' : 'appRule.approvedOptional'],
      ],
      no_profile_to_tell: ({ item: id }) => [[nameOf(id, 'on'), 'appRule.no_profile_to_tell']],
      purpose_missing: ({ item: id }) => [[nameOf(id, 'purpose'), 'form.missing']],
    }),
    stored,
    apply: ({ house, by, app }, configured) => house.sync.setItems(by, app.id, configured),
  }),
];

async function itemForm(subject: Subject): Promise<ItemForm> {
  const { house, app, t } = subject;
  const draft = draftAt(subject, 'items', stored(app), { guarded: true });
  const approved = await house.sync.approvedItems(app.id);
  const hasProfile = (await house.sync.connections(app.id)).length > 0;
  const rows = itemsOf(app).map((each) =>
    itemRow(subject, draft, each, { approved: approved.find(({ id }) => id === each.id), hasProfile }),
  );
  const actions = [
    button(t('developers.save'), 'primary', { testid: 'save-items' }),
    link(t('developers.cancel'), `${pathOf(app)}#items`, 'quiet'),
  ];
  const form = control(subject, { path: 'items', section: 'items', draft, fields: rows.flatMap(({ fields }) => fields), actions });
  return { form, rows };
}

interface Standing {
  approved: ApprovedItem | undefined;
  hasProfile: boolean;
}

function itemRow(subject: Subject, draft: Draft, { id, label, needsReview }: ConsentItem, standing: Standing): ItemRow {
  const { app, t, language } = subject;
  const isOn = app.items.some((each) => each.id === id);
  const refusal = refusalOf(subject, id, needsReview, standing);
  const isOpen = refusal === null || isOn;
  const error = draft.errors[nameOf(id, 'on')] ?? null;
  return {
    id,
    label: label[language],
    badge: needsReview && !standing.approved ? { word: t('developers.noPermission'), look: 'wait' } : null,
    apis: apisOf(id),
    refusal: error ?? refusal,
    on: isOpen ? { id: idOf(nameOf(id, 'on')), name: nameOf(id, 'on'), isChosen: textOf(draft.typed, nameOf(id, 'on')) !== '' } : null,
    fields: isOpen ? fieldsOfItem(subject, draft, id, needsReview ? standing.approved : undefined) : [],
  };
}

function refusalOf({ t }: Subject, id: string, needsReview: boolean, { approved, hasProfile }: Standing): string | null {
  if (needsReview && !approved) return t('appRule.item_not_approved');
  return id === 'plusfriends' && !hasProfile ? t('appRule.no_profile_to_tell') : null;
}

function fieldsOfItem({ ctx, app, t }: Subject, draft: Draft, id: string, approved: ApprovedItem | undefined): ItemRow['fields'] {
  const field = fieldsOf(ctx, draft);
  const choices = STATES.map((value) => {
    const fits = approved === undefined || approved.required === (value === 'required');
    const word = t(`developers.state.${inEra(app, 'consoleWords')}.${value}`);
    return { value, word, ...(!fits && { refusal: t(approved.required ? 'appRule.approvedRequired' : 'appRule.approvedOptional') }) };
  });
  return [
    field.radios(nameOf(id, 'state'), t('developers.condition'), choices),
    field.text(nameOf(id, 'purpose'), t('developers.purpose')),
  ];
}

function readRow({ app, t, language }: Subject, { id, state, purpose }: ConfiguredItem, usable: boolean): Value[][] {
  const name: Value = { kind: 'name', text: consentItem(id, app)?.label[language] ?? id };
  const refused = usable ? [] : [badge({ word: t('developers.noPermission'), look: 'wait' })];
  return [[name, code(id), ...refused], [word(t(`developers.state.${inEra(app, 'consoleWords')}.${state}`))], [text(purpose)]];
}

const nameOf = (id: unknown, part: 'on' | 'state' | 'purpose'): string => `items.${String(id)}.${part}`;
