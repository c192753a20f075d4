/** Forms that many sections have: a switch, and a list that is kept value by value. */
import { z } from 'zod';
import type { AppList, KeyList, Place } from '../../apps/index.ts';
import { fieldsOf } from '../kit/fields.ts';
import type { Form } from '../kit/form.ts';
import { button } from '../kit/parts.ts';
import type { RuleWords } from '../kit/take-form.ts';
import { type Deed, deed, type Doing, type Params } from './deed.ts';
import type { Fact, SectionId, Subject } from './section.ts';
import { control, draftAt } from './subject.ts';

/** The other one of ON and OFF; not there for who may not, and closed with its reason where it cannot be ON. */
export function switchForm(subject: Subject, path: string, section: SectionId, on: boolean, refusal: string | null = null): Form[] {
  const { t, may } = subject;
  if (!may('editor')) return [];
  const word = t(on ? 'developers.switchOff' : 'developers.switchOn');
  const testid = `switch-${path.replace('/', '-')}`;
  const actions = [button(word, on ? 'plain' : 'primary', { refusal: on ? null : refusal, of: t(`setting.${section}`), testid })];
  return [control(subject, { path, section, hidden: { on: String(!on) }, actions })];
}

/** A deed that switches something, named for its path. */
export function switching(
  path: string,
  section: SectionId,
  apply: (doing: Doing, on: boolean) => Promise<unknown>,
  rules: RuleWords = {},
): Deed {
  return deed({
    path,
    section: () => section,
    needs: 'editor',
    schema: () => z.object({ on: z.enum(['true', 'false']) }),
    rules: () => rules,
    apply: (doing, { on }) => apply(doing, on === 'true'),
  });
}

interface ListOptions {
  label: string;
  section: SectionId;
  place: Place;
  values: readonly string[];
  none: string;
}

/** A list, with a way to remove each value and to add one for who may. */
export function listFact(subject: Subject, { label, section, place, values, none }: ListOptions): Fact {
  const isOpen = subject.may('editor');
  return {
    label,
    values: values.map((text) => ({
      kind: 'copyWith',
      text,
      of: text,
      form: isOpen ? removal(subject, section, place, text) : null,
      steps: [],
    })),
    none,
    form: isOpen ? addition(subject, section, place, label) : null,
  };
}

function removal(subject: Subject, section: SectionId, place: Place, value: string): Form {
  const actions = [button(subject.t('developers.remove'), 'quiet', { of: value, testid: `remove-${place.list}` })];
  return control(subject, { path: `${pathOfList(place)}/removal`, section, hidden: { value }, actions });
}

function addition(subject: Subject, section: SectionId, place: Place, of: string): Form {
  const { ctx, t } = subject;
  const path = pathOfList(place);
  const draft = draftAt(subject, path);
  const field = fieldsOf(ctx, draft).text(fieldOfList(place), t(`developers.add.${place.list}`), {
    hint: t(`developers.add.${place.list}.hint`),
  });
  const actions = [button(t('developers.add'), 'plain', { of, testid: `add-${place.list}` })];
  return control(subject, { path, section, draft, fields: [field], actions });
}

/** The deeds of a list of each key, or of one of the app. */
export function listDeeds(list: KeyList | AppList, section: SectionId): Deed[] {
  const isOfApp = list === 'allowedIps' || list === 'userProperties';
  const path = isOfApp ? `lists/${list}` : `key-lists/${list}/:key`;
  const placeOf = ({ key = '' }: Params): Place => (isOfApp ? { list } : { list, key });
  const shared = { section: () => section, needs: 'editor' } as const;
  return [
    deed({
      ...shared,
      path: `${path}/removal`,
      schema: () => z.object({ value: z.string() }),
      apply: ({ house, by, app, params }, { value }) => house.apps.removeValue(by, app.id, placeOf(params), value),
      done: 'removed',
    }),
    deed({
      ...shared,
      path,
      schema: (params) => z.object({ [fieldOfList(placeOf(params))]: z.string().default('') }),
      rules(params) {
        const field = fieldOfList(placeOf(params));
        return {
          list_value_refused: [field, `appRule.refused.${list}`],
          list_value_twice: [field, 'appRule.twice'],
          list_full: [field, 'appRule.full'],
        };
      },
      apply: ({ house, by, app, params }, typed) => house.apps.addValue(by, app.id, placeOf(params), Object.values(typed)[0] ?? ''),
    }),
  ];
}

function pathOfList(place: Place): string {
  return 'key' in place ? `key-lists/${place.list}/${place.key}` : `lists/${place.list}`;
}

/** Every form of the page has its own. */
function fieldOfList(place: Place): string {
  return 'key' in place ? `${place.list}-${place.key.slice(0, 12)}` : place.list;
}
