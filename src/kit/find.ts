/** Whom and what a caller means: by id, key or name, as a person would say it. */
import type { Account } from '../accounts/index.ts';
import type { App } from '../apps/index.ts';
import type { Channel } from '../channels/index.ts';
import type { House } from '../house.ts';
import { InputRefused } from '../web/forms.ts';

/** The app with this id, key or name. Throws InputRefused, which names those that there are. */
export async function findApp({ apps }: House, text: string): Promise<App> {
  const byKey = (await apps.byId(text)) ?? (await apps.byKey(text))?.app ?? (await apps.byAdminKey(text));
  if (byKey) return byKey;
  const all = await apps.all();
  const found = all.find(({ name }) => isSame(name, text));
  return (
    found ??
    refuse(
      'app',
      text,
      'the id, a key or the name of an app',
      all.map(({ id, name }) => `${id} ${name}`),
    )
  );
}

/** The person with this persona key, id, login (e-mail, phone number) or nickname, or with this user number in the app. Throws InputRefused. */
export async function findAccount({ accounts, consent }: House, text: string, app?: App): Promise<Account> {
  const link = app && /^\d+$/.test(text) ? await consent.byNumber(app.id, text) : undefined;
  const found = (await accounts.byId(link?.accountId ?? text)) ?? (await accounts.byLogin(text));
  if (found) return found;
  const personas = await accounts.personas();
  const named = personas.find(({ nickname }) => isSame(nickname, text));
  return (
    named ??
    refuse(
      'user',
      text,
      'a persona, account id, login id or user number',
      personas.map(({ key }) => key!),
    )
  );
}

/** The channel with this public id, search id or name. Throws InputRefused. */
export async function findChannel({ channels }: House, text: string): Promise<Channel> {
  const byId = await channels.byId(text);
  if (byId) return byId;
  const all = await channels.all();
  const found = all.find(({ searchId, name }) => isSame(searchId, text) || isSame(name, text));
  return (
    found ??
    refuse(
      'channel',
      text,
      'the id, search id or name of a channel',
      all.map(({ id, name }) => `${id} ${name}`),
    )
  );
}

function isSame(a: string, b: string): boolean {
  return a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();
}

function refuse(field: string, got: string, expected: string, known: readonly string[]): never {
  throw new InputRefused(field, `expected ${expected}, got "${got}"; there are: ${known.join(', ')}`);
}
