/** The dictionary: Korean first, English as complete. One file per face. */
import { en } from './en/index.ts';
import { ko } from './ko/index.ts';

const dictionaries = { ko, en };

export type Language = keyof typeof dictionaries;
export type TextKey = keyof typeof ko;
/** Looks a text up and fills its `{placeholders}`. */
export type Translate = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

/** Whether the dictionary has this key. */
export function hasText(key: string): key is TextKey {
  return key in ko;
}

export const languages: readonly Language[] = ['ko', 'en'];

export function translator(language: Language): Translate {
  const dictionary = dictionaries[language];
  return (key, values) => {
    const text = dictionary[key];
    return values ? text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)) : text;
  };
}
