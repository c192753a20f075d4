/** Single values of a seed that may be written shorter: brought into their form before anybody looks whether they are right. */
import { webhookSecretOf } from './made-up.ts';

type Entry = Readonly<Record<string, unknown>>;

/** The same with `email: 'a@example.com'`, `says: 'one text'`, `terms: ['tag']`, `items: { name: 'required' }`, `callbacks: { sync: url }` spelled out. */
export function spelledOut(raw: unknown): unknown {
  if (!isEntry(raw)) return raw;
  return {
    ...raw,
    ...each(raw, 'accounts', (account) => ({
      ...when(account, 'email', isText, (address) => ({ address })),
      ...when(account, 'says', isText, bilingual),
    })),
    ...each(raw, 'apps', (app) => ({
      ...when(app, 'terms', Array.isArray, (terms: unknown[]) => terms.map(termOf)),
      ...when(app, 'items', isEntry, (items) => Object.entries(items).map(([id, state]) => ({ id, state, purpose: '테스트' }))),
      ...(isEntry(app.items) && app.itemsApproved === undefined && { itemsApproved: true }),
      ...when(app, 'callbacks', isEntry, (callbacks) => callbacksOf(callbacks, String(app.id ?? app.name))),
    })),
  };
}

/** A tag alone is a required term. */
function termOf(term: unknown): unknown {
  if (isText(term)) return { tag: term, title: bilingual(term), required: true };
  if (!isEntry(term)) return term;
  return { title: bilingual(term.tag), required: true, ...term, ...when(term, 'title', isText, bilingual) };
}

function callbacksOf(callbacks: Entry, app: string): Entry {
  return {
    ...callbacks,
    ...when(callbacks, 'unlink', isText, (url) => ({ url })),
    ...when(callbacks, 'account', isText, (url) => ({ url })),
    ...when(callbacks, 'sync', isText, (url) => ({ url, secret: webhookSecretOf(app) })),
  };
}

const bilingual = (text: unknown) => ({ ko: text, en: text });
const isText = (value: unknown): value is string => typeof value === 'string';
const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && !Array.isArray(value);

function when<T>(entry: Entry, name: string, is: (value: unknown) => value is T, spelled: (value: T) => unknown): Entry {
  const value = entry[name];
  return is(value) ? { [name]: spelled(value) } : {};
}

function each(raw: Entry, name: string, more: (entry: Entry) => Entry): Entry {
  return when(raw, name, Array.isArray, (entries: unknown[]) =>
    entries.map((entry) => (isEntry(entry) ? { ...entry, ...more(entry) } : entry)),
  );
}
