/** `POST /business/apps/:id/application/details`: every button saves what is filled in; 검수 신청 hands it in when nothing is wrong with it. */
import type { Context } from 'koa';
import type { App } from '../../apps/index.ts';
import { EVIDENCE } from '../../documents/index.ts';
import type { House } from '../../house.ts';
import type { DraftContent } from '../../sync/index.ts';
import { MOST_TERMS } from '../../terms/index.ts';
import { saying } from '../kit/done.ts';
import { personOf } from '../kit/person.ts';
import { type FileKinds, takeFiles } from '../kit/take-files.ts';
import { takeForm } from '../kit/take-form.ts';
import { contentOf, type DetailsForm, detailsForm } from './details-content.ts';
import { drawDetails, storedDetails } from './details.ts';
import { pathsOf } from './page.ts';
import { pressed } from './presses.ts';
import { applicationRules } from './rules.ts';

export function saveDetails(house: House) {
  return async (ctx: Context): Promise<void> => {
    const app = await house.apps.asMember(String(ctx.params.id), personOf(ctx).id, 'editor');
    await takeForm(house, ctx, {
      found: await takeFiles(house, ctx, FILES),
      schema: detailsForm,
      rules: applicationRules,
      stored: () => storedDetails(house, ctx, app),
      apply: (form) => save(house, personOf(ctx).id, app, form),
      onward: (path) => path,
      draw: (draft, status) => drawDetails(house, ctx, app, draft, status),
    });
  };
}

/** One for each term, and one for the items. */
const FILES: FileKinds = Object.fromEntries(
  [...Array.from({ length: MOST_TERMS }, (_, at) => `terms.${at}.evidence`), 'evidence'].map((name) => [name, EVIDENCE]),
);

/** Resolves with the path to go on to. */
async function save({ sync }: House, by: string, app: App, form: DetailsForm): Promise<string> {
  const { content } = await sync.draft(by, app.id);
  const parts = contentOf(form, content);
  const change = pressed(form.do, parts.terms ?? content.terms);
  const draft = await sync.editDraft(by, app.id, { ...parts, ...(change && { terms: change.terms }) });
  const { details, preview, submitted } = pathsOf(app);
  if (change) return `${details}#${change.fragment}`;
  if (form.do === 'preview') return preview;
  if (form.do !== 'submit') return saying(details, 'saved');
  if (await isIncomplete(sync, app, draft.content)) return `${details}?check`;
  await sync.submit(by, app.id, draft.version);
  return saying(submitted, 'submitted');
}

async function isIncomplete(sync: House['sync'], app: App, content: DraftContent): Promise<boolean> {
  return (await sync.problems(app, content)).length > 0;
}
