/** A field for evidence of an application, with the file that is there already. */
import type { Context } from 'koa';
import type { App } from '../../apps/index.ts';
import { type Document, EVIDENCE, LARGEST, UnknownDocument } from '../../documents/index.ts';
import type { House } from '../../house.ts';
import { textOf } from '../../web/typed.ts';
import type { Draft } from '../kit/draft.ts';
import { type Field } from '../kit/field.ts';
import { fieldsOf } from '../kit/fields.ts';
import { personOf } from '../kit/person.ts';
import { pathsOf } from './page.ts';

export async function evidenceField(
  house: House,
  ctx: Context,
  app: App,
  draft: Draft,
  name: string,
  { label, hint }: { label: string; hint: string },
): Promise<Field> {
  const kept = await seen(house, ctx, app, textOf(draft.typed, name));
  const href = kept && pathsOf(app).document(kept.id);
  return fieldsOf(ctx, draft).file(name, label, { hint, kinds: EVIDENCE, limit: LARGEST, kept, ...(href && { href }) });
}

/** The document, if this person may see it. */
async function seen({ sync }: House, ctx: Context, app: App, id: string): Promise<Document | undefined> {
  if (id === '') return undefined;
  return sync.evidence(personOf(ctx).id, app.id, id).catch((error: unknown) => {
    if (!(error instanceof UnknownDocument)) throw error;
    return undefined;
  });
}
