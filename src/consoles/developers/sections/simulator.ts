/** The simulator's own switches: where Kakao's behaviour is not established, an app chooses. */
import { z } from 'zod';
import { type App, type SimulatorSwitches, simulatorSwitches } from '../../../apps/index.ts';
import type { Typed } from '../../../web/typed.ts';
import type { Field } from '../../kit/field.ts';
import { fieldsOf } from '../../kit/fields.ts';
import { button } from '../../kit/parts.ts';
import { type Deed, deed } from '../deed.ts';
import { badge, code, onOff, type Section, section, type Subject, text, word } from '../section.ts';
import { control, draftAt } from '../subject.ts';

type Switch = keyof SimulatorSwitches;
const names = Object.keys(simulatorSwitches) as Switch[];

export function simulator(subject: Subject): Section[] {
  const { app, t, may } = subject;
  const table = {
    columns: [t('developers.switch'), t('developers.value'), t('developers.meaning')],
    rows: names.map((name) => {
      const value = app.switches[name];
      return [[code(name)], [typeof value === 'boolean' ? badge(onOff(t, value)) : word(String(value))], [text(t(`switch.${name}`))]];
    }),
    empty: '',
  };
  return [section(subject, 'switches', ['switches'], may('editor') ? { forms: [form(subject)] } : { table })];
}

const stored = ({ switches }: App): Typed => Object.fromEntries(names.map((name) => [fieldOf(name), String(switches[name])]));

export const simulatorDeeds: readonly Deed[] = [
  deed({
    path: 'switches',
    section: () => 'switches',
    needs: 'editor',
    schema: () => z.object({ switches: z.record(z.string(), z.string()) }),
    rules: () => ({ switch_refused: ({ switch: name }) => [[fieldOf(String(name)), 'appRule.switch_refused']] }),
    stored,
    apply: ({ house, by, app }, { switches }) => house.apps.setSimulation(by, app.id, valuesOf(switches)),
  }),
];

function form(subject: Subject) {
  const { ctx, app, t } = subject;
  const draft = draftAt(subject, 'switches', stored(app), { guarded: true });
  const field = fieldsOf(ctx, draft);
  const fields = names.map((name): Field => {
    const choices = simulatorSwitches[name];
    const options = { hint: t(`switch.${name}`) };
    if (choices.length === 0) return field.text(fieldOf(name), name, options);
    const wordOf = (value: boolean | string | number): string =>
      typeof value === 'boolean' ? t(value ? 'developers.on' : 'developers.off') : String(value);
    return field.select(
      fieldOf(name),
      name,
      choices.map((value) => ({ value: String(value), word: wordOf(value) })),
      options,
    );
  });
  return control(subject, {
    path: 'switches',
    section: 'switches',
    draft,
    fields,
    actions: [button(t('developers.save'), 'primary', { testid: 'save-switches' })],
  });
}

/** What was typed as the values that it stands for; the room has the last word on them. */
function valuesOf(typed: Readonly<Record<string, string>>): Partial<SimulatorSwitches> {
  return Object.fromEntries(
    Object.entries(typed).map(([name, value]) => {
      const choices: readonly unknown[] = Object.hasOwn(simulatorSwitches, name) ? simulatorSwitches[name as Switch] : [];
      return [name, choices.find((choice) => String(choice) === value) ?? (/^\d{1,9}$/.test(value) ? Number(value) : value)];
    }),
  );
}

const fieldOf = (name: string): string => `switches.${name}`;
