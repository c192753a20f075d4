/** The makers of fields: `fieldsOf(ctx, draft).text('name', '이름')`. */
import type { Context } from 'koa';
import { reading } from '../../web/language.ts';
import { textOf, textsOf } from '../../web/typed.ts';
import type { Draft } from './draft.ts';
import { type AreaField, type ChoiceField, common, type FieldOptions, idOf, type NumberField, type TextField } from './field.ts';
import { fileField } from './file-field.ts';

/** What can be chosen. One that cannot be says why. */
export interface Choice {
  value: string;
  word: string;
  note?: string;
  refusal?: string;
}

const BOXES = [3, 2, 5];

export type Fields = ReturnType<typeof fieldsOf>;

export function fieldsOf(ctx: Context, draft: Draft) {
  const { t } = reading(ctx);

  const text = (
    name: string,
    label: string,
    { type = 'text', placeholder, ...options }: FieldOptions & { type?: TextField['type']; placeholder?: string } = {},
  ): TextField => ({
    kind: 'text',
    ...common(t, draft, name, label, options),
    type,
    value: type === 'password' ? '' : textOf(draft.typed, name),
    placeholder: placeholder ?? null,
  });

  const choice =
    (kind: ChoiceField['kind']) =>
    (name: string, label: string, choices: readonly Choice[], options?: FieldOptions): ChoiceField => {
      const chosen = textsOf(draft.typed, name);
      const stored = textsOf(draft.stored, name).map((value) => choices.find((each) => each.value === value)?.word ?? value);
      return {
        kind,
        ...common(t, draft, name, label, options, stored.join(', ')),
        options: choices.map(({ value, word, note, refusal }, at) => ({
          // A link to the field leads to its first option.
          id: at === 0 ? idOf(name) : `${idOf(name)}-${at}`,
          value,
          word,
          note: note ?? null,
          refusal: refusal ?? null,
          isChosen: chosen.includes(value),
        })),
      };
    };

  return {
    text,

    /** `most` is the limit that is told and counted; the schema enforces it. */
    area(
      name: string,
      label: string,
      { most, rows = 5, hint, ...options }: FieldOptions & { most?: number; rows?: number } = {},
    ): AreaField {
      const hints = [hint, most && t('form.mostLetters', { most })].filter(Boolean).join(' · ');
      const field = common(t, draft, name, label, { ...options, hint: hints || undefined });
      return { kind: 'area', ...field, value: textOf(draft.typed, name), rows, most: most ?? null };
    },

    /** For a first option that stands for nothing, put `{ value: '', word: t('form.none') }` before the others. */
    select: choice('select'),
    radios: choice('radios'),
    checks: choice('checks'),

    date: (name: string, label: string, options?: FieldOptions): TextField => text(name, label, { ...options, type: 'date' }),

    /** Its boxes are `name.0`, `name.1` and `name.2`. What is wrong with one of them is said of the field. */
    registrationNumber(name: string, label: string, options?: FieldOptions): NumberField {
      const names = BOXES.map((_, box) => `${name}.${box}`);
      const wrong = [name, ...names].find((each) => draft.errors[each]);
      const errors = wrong ? { [name]: draft.errors[wrong]! } : {};
      const stored = names.map((each) => textOf(draft.stored, each)).join('-');
      return {
        kind: 'number',
        ...common(t, { ...draft, errors }, name, label, options, stored),
        boxes: names.map((each, box) => ({
          id: box === 0 ? idOf(name) : idOf(each),
          name: each,
          label: t(`form.registrationNumber.${box as 0 | 1 | 2}`),
          value: textOf(draft.typed, each),
          length: BOXES[box]!,
          isWrong: wrong === name || wrong === each,
        })),
      };
    },

    file: fileField(t, draft),
  };
}
