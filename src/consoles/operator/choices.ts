/** What the lists of `/_sim` are narrowed by: an app, a person; and the address of a list that is. */
import type { House } from '../../house.ts';

export interface Choice {
  value: string;
  word: string;
}

/** Every app, after the choice of none, which is said so. */
export async function appChoices({ apps }: House, none: string): Promise<Choice[]> {
  return [{ value: '', word: none }, ...(await apps.all()).map(({ id, name }) => ({ value: id, word: `${name} (${id})` }))];
}

/** After the choice of nobody: the personas, and whoever else was chosen by a link. */
export async function personChoices({ accounts }: House, none: string, chosenId: string): Promise<Choice[]> {
  const personas = await accounts.personas();
  const other = personas.some(({ id }) => id === chosenId) ? undefined : await accounts.byId(chosenId);
  const people = [...personas, ...(other ? [other] : [])];
  return [
    { value: '', word: none },
    ...people.map(({ id, nickname, key }) => ({ value: id, word: key ? `${nickname} (${key})` : nickname })),
  ];
}

/** The address of a list with these filters; those that are not set stay out of it. */
export function listAddress(path: string, filters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}
