/** A question as the screen shows it: labels in the reader's language and the app's era, rows in their order, ticks kept. */
import type { Context } from 'koa';
import type { Account } from '../accounts/index.ts';
import { type App, consentItem, inEra } from '../apps/index.ts';
import type { Answer, Question, RowName, Shown } from '../consent/index.ts';
import { inspectQuery, inspectSwitch } from '../web/inspect.ts';
import { reading } from '../web/language.ts';
import { screen } from '../web/screens.ts';
import { AGE_CHECK_TAG, isWebAddress } from '../terms/index.ts';
import { type TextKey, translator } from '../web/text/index.ts';
import { appCard, loginOf, pictureOf } from './cards.ts';
import type { LaidOpen } from './inspection/index.ts';
import type { ConsentScreen, ItemRow } from './models.ts';
import { fieldsOf } from './ticks.ts';

/** Two layouts were seen live at once; the app's switch says which. Source: kakao-api 5.2, 5.3. */
const pages = {
  classic: screen<ConsentScreen>('oauth/consent'),
  newer: screen<ConsentScreen>('oauth/consent-newer'),
};

/** Draws the screen in the layout of the app. */
export function drawConsent(ctx: Context, { switches }: App, model: ConsentScreen, status?: number): Promise<void> {
  return pages[switches.consentLayout](ctx, model, status);
}

/**
 * @param missing rows that a submit left out: `items`, `age`, or the tag of a term
 * @param laidOpen in inspect mode
 */
export function consentScreen(
  ctx: Context,
  app: App,
  account: Account,
  question: Question,
  ticked: Answer,
  missing: readonly string[],
  laidOpen: LaidOpen | null = null,
): ConsentScreen {
  const { t, language } = reading(ctx);
  const originOf = (kind: RowName['kind'], name: string) => laidOpen?.cardOf({ kind, name }) ?? null;
  const itemRow = ({ id, purpose }: App['items'][number]): ItemRow => ({
    id,
    label: consentItem(id, app)?.label[language] ?? id,
    purpose,
    ticked: ticked.items.includes(id),
    origin: originOf('item', id),
  });
  const labelOf = (row: string) =>
    row === 'items'
      ? t('consent.personal')
      : row === 'age'
        ? t('consent.age')
        : (question.terms.find(({ tag }) => tag === row)?.title[language] ?? row);

  return {
    action: [ctx.path, new URLSearchParams(inspectQuery(ctx)).toString()].filter(Boolean).join('?'),
    app: appCard(app),
    account: { nickname: account.nickname, image: pictureOf(account), login: loginOf(account), change: `${ctx.path}/account` },
    variant: question.variant,
    required: { items: question.requiredItems.map(itemRow), ticked: ticked.requiredItems },
    optional: question.optionalItems.map(itemRow),
    terms: question.terms.map(({ tag, title, url, required }) => ({
      tag,
      title: title[language],
      // However it came to be stored: nobody is led to what is no web address.
      url: isWebAddress(url) ? url : 'about:blank',
      host: new URL(url).host,
      required,
      ticked: ticked.terms.includes(tag),
      origin: originOf('term', tag),
    })),
    ageCheck: question.ageCheck ? { ticked: ticked.age, origin: originOf('age', AGE_CHECK_TAG) } : null,
    channels: question.channels.map(({ id, name }) => ({
      id,
      name,
      label: t(channelKey(app), { channel: name }),
      ticked: ticked.channels.includes(id),
      origin: originOf('channel', id),
    })),
    missing: missing.map(labelOf),
    preview: null,
    inspect: inspectSwitch(ctx, fieldsOf(ticked)),
    inspection: laidOpen?.screen ?? null,
  };
}

/** What the consent record keeps of the screen besides its question. */
export function shownOn(ctx: Context, app: App): Shown {
  const say = (key: TextKey, values?: { channel: string }) => ({ ko: translator('ko')(key, values), en: translator('en')(key, values) });
  return {
    language: reading(ctx).language,
    age: say('consent.age'),
    channel: (channel) => say(channelKey(app), { channel }),
  };
}

function channelKey(app: App): TextKey {
  return `consent.${app.switches.consentLayout}.${inEra(app, 'channelWord')}`;
}
