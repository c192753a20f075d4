/**
 * 사업자 정보 등록, which turns an app into a 비즈 앱: a number that is stored is looked up, any other one is taken in.
 * Source: guide, 준비 2 (앱 오너만 등록 가능).
 */
import type { Context } from 'koa';
import { z } from 'zod';
import type { App } from '../../apps/index.ts';
import { type Boxes, boxesOf, type Business, businessFields, registrationNumber } from '../../businesses/index.ts';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import { textOf } from '../../web/typed.ts';
import { type Draft, freshDraft } from '../kit/draft.ts';
import { fieldsOf } from '../kit/fields.ts';
import { type Form, formOf } from '../kit/form.ts';
import type { Frame } from '../kit/frame.ts';
import { button, type Fact, fact, link } from '../kit/parts.ts';
import { personOf } from '../kit/person.ts';
import { roadFacts } from '../kit/road-facts.ts';
import { type RuleWords, takeForm } from '../kit/take-form.ts';
import { appFrame } from './app-frame.ts';
import { pathOf } from './cards.ts';

interface BusinessScreen {
  frame: Frame;
  says: string[];
  /** The stored business behind the number, to be looked at before it is the app's. */
  found: Fact[] | null;
  form: Form;
}

const businessPage = screen<BusinessScreen>('developers/business');

const text = z.string().default('');
const sent = z.object({
  decision: z.enum(['lookUp', 'register', 'takeIn']),
  number: z.tuple([text, text, text]),
  companyName: text,
  representative: text,
  type: text,
  item: text,
  address: text,
});

const rules: RuleWords = {
  number_refused: ({ box, length }) =>
    length === undefined ? [['number', 'biz.wrongNumber']] : [[`number.${String(box)}`, 'biz.wrongBox']],
  business_incomplete: ({ missing }) => (missing as string[]).map((field) => [field, 'form.missing'] as const),
  business_known: ['number', 'biz.known'],
  unknown_business: ['number', 'biz.unknown'],
  already_biz: ['', 'biz.already'],
};

/** `GET /developers/apps/:id/business`; `?number=` is one that was looked up. Throws UnknownApp, AppRoleMissing. */
export function showBusiness(house: House) {
  return async (ctx: Context): Promise<void> => {
    const app = await ownedApp(house, ctx);
    const number = boxesOf(String(ctx.query.number ?? ''));
    const isAsked = ctx.query.number !== undefined;
    const typed = Object.fromEntries(number.map((box, at) => [`number.${at}`, box]));
    await draw(house, ctx, app, freshDraft(house, ctx, { ...typed, decision: isAsked ? 'takeIn' : 'lookUp' }), 200);
  };
}

/** `POST /developers/apps/:id/business`: `decision` is to look the number up, to register what was found, or to take a new one in. */
export function registerBusiness(house: House) {
  return async (ctx: Context): Promise<void> => {
    const app = await ownedApp(house, ctx);
    const by = personOf(ctx).id;
    await takeForm(house, ctx, {
      schema: sent,
      words: { number: 'biz.wrongNumber' },
      rules,
      async apply({ decision, number, ...facts }) {
        if (decision === 'lookUp') await house.businesses.lookUp(number);
        if (decision === 'takeIn') await house.businesses.register(by, number, facts);
        if (decision !== 'lookUp') await house.apps.becomeBiz(by, app.id, registrationNumber(number));
        return { decision, number };
      },
      onward: ({ decision, number }) =>
        decision === 'lookUp'
          ? `${ctx.path}?${new URLSearchParams({ number: registrationNumber(number) })}`
          : `${pathOf(app)}?${new URLSearchParams({ done: 'biz', in: 'kind' })}#kind`,
      draw: (draft, status) => draw(house, ctx, app, draft, status),
    });
  };
}

function ownedApp({ apps }: House, ctx: Context): Promise<App> {
  return apps.asMember(String(ctx.params.id), personOf(ctx).id, 'owner');
}

async function draw(house: House, ctx: Context, app: App, draft: Draft, status: number): Promise<void> {
  const { t } = reading(ctx);
  const number: Boxes = [textOf(draft.typed, 'number.0'), textOf(draft.typed, 'number.1'), textOf(draft.typed, 'number.2')];
  const isAsked = textOf(draft.typed, 'decision') !== 'lookUp';
  const found = isAsked ? await house.businesses.byNumber(number.join('-')) : undefined;
  const road = await roadFacts(house, personOf(ctx).id, { app });
  const model: BusinessScreen = {
    frame: appFrame(ctx, t, app, road, t('biz.title')),
    says: app.businessNumber === null ? [t('biz.says.1'), t('biz.says.2')] : [t('biz.already')],
    found: found ? factsOf(ctx, found) : null,
    form: formFor(ctx, draft, app, isAsked, found),
  };
  await businessPage(ctx, model, status);
}

/** To look a number up, to say yes to what was found, or to fill in what was not. */
function formFor(ctx: Context, draft: Draft, app: App, isAsked: boolean, found: Business | undefined): Form {
  const { t } = reading(ctx);
  const field = fieldsOf(ctx, draft);
  const cancel = link(t('developers.cancel'), `${pathOf(app)}#kind`, 'quiet');
  const decide = (decision: z.output<typeof sent>['decision'], word: string) =>
    button(word, 'primary', {
      name: 'decision',
      value: decision,
      testid: `biz-${decision}`,
      refusal: app.businessNumber === null ? null : t('biz.already'),
    });
  if (found) {
    const hidden = Object.fromEntries(boxesOf(found.id).map((box, at) => [`number.${at}`, box]));
    return formOf(ctx, draft, { hidden, actions: [decide('register', t('biz.enter')), link(t('biz.another'), ctx.path), cancel] });
  }
  const boxes = field.registrationNumber('number', t('developers.business'), { hint: t(isAsked ? 'biz.notStored' : 'biz.numberHint') });
  if (!isAsked) return formOf(ctx, draft, { fields: [boxes], actions: [decide('lookUp', t('biz.lookUp')), cancel] });
  const facts = businessFields.map((name) => field.text(name, t(`biz.${name}`)));
  return formOf(ctx, draft, {
    fields: [boxes, ...facts],
    actions: [decide('takeIn', t('biz.enter')), decide('lookUp', t('biz.lookUp')), cancel],
  });
}

function factsOf(ctx: Context, business: Business): Fact[] {
  const { t } = reading(ctx);
  return [fact(t('developers.business'), business.id), ...businessFields.map((name) => fact(t(`biz.${name}`), business[name]))];
}
