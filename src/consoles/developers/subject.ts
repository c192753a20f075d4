/** The app that a page is about, who looks at it, and the form that was just sent from it. */
import type { Context } from 'koa';
import { type App, type AppRole, appRole, hasAppRole } from '../../apps/index.ts';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import type { Language, Translate } from '../../web/text/index.ts';
import type { Typed } from '../../web/typed.ts';
import { type Draft, freshDraft } from '../kit/draft.ts';
import type { Field } from '../kit/field.ts';
import { type Form, formOf } from '../kit/form.ts';
import type { Action } from '../kit/parts.ts';
import { personIfAny } from '../kit/person.ts';
import { pathOf } from './cards.ts';

export interface Subject {
  house: House;
  ctx: Context;
  app: App;
  t: Translate;
  language: Language;
  role: AppRole | undefined;
  /** Whether whoever looks at it has this role or a higher one. */
  may(needed: AppRole): boolean;
  /** The form that could not be taken, by its path below the app's. */
  sent: { path: string; draft: Draft } | null;
}

export function subjectOf(house: House, ctx: Context, app: App, sent: Subject['sent'] = null): Subject {
  const { t, language } = reading(ctx);
  const person = personIfAny(ctx);
  return {
    house,
    ctx,
    app,
    t,
    language,
    role: person && appRole(app, person.id),
    may: (needed) => person !== undefined && hasAppRole(app, person.id, needed),
    sent,
  };
}

/** What the form at this path is drawn from: what was sent, or what is stored. */
export function draftAt({ house, ctx, sent }: Subject, path: string, stored: Typed = {}, options: { guarded?: boolean } = {}): Draft {
  return sent?.path === path ? sent.draft : freshDraft(house, ctx, stored, options);
}

interface Control {
  /** Below the app's own path. */
  path: string;
  /** Where it stands: the answer shows that part of the page. */
  section: string;
  draft?: Draft;
  fields?: Field[];
  hidden?: Readonly<Record<string, string>>;
  actions: Action[];
}

/** A form of the page. */
export function control(subject: Subject, { path, section, draft = draftAt(subject, path), ...rest }: Control): Form {
  return formOf(subject.ctx, draft, { action: `${pathOf(subject.app)}/${path}#${section}`, ...rest });
}
