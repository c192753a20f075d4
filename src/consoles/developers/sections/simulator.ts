/** The simulator's own switches: where Kakao's behaviour is not established, an app chooses. */
import type { App } from '../../../apps/index.ts';
import { badge, code, onOff, type Section, section, type Subject, text, word } from '../section.ts';

type Switch = keyof App['switches'];

export function simulator(subject: Subject): Section[] {
  const { app, t } = subject;
  return [
    section(subject, 'switches', ['switches'], {
      table: {
        columns: [t('developers.switch'), t('developers.value'), t('developers.meaning')],
        rows: (Object.keys(app.switches) as Switch[]).map((name) => {
          const value = app.switches[name];
          return [[code(name)], [typeof value === 'boolean' ? badge(onOff(t, value)) : word(String(value))], [text(t(`switch.${name}`))]];
        }),
        empty: '',
      },
    }),
  ];
}
