/** What the partner would be told: of each row by itself, and of the ticks as they are. As kapi tells it. */
import { personOf } from '../../accounts/index.ts';
import { apisOf, consentItem } from '../../apps/index.ts';
import {
  foretold,
  itemStandings,
  type QuestionRow,
  rowsNext,
  rowsOf,
  type RowName,
  type Situation,
  termStandings,
  tickedRows,
} from '../../consent/index.ts';
import { asChannel, asTerm, differenceOf, userMe, wantedBy } from '../../profile/index.ts';
import type { House } from '../../house.ts';
import { exactNumber } from '../../json.ts';
import type { Reading } from '../../web/language.ts';
import type { Inspected } from './index.ts';
import type { InspectionScreen, Told } from './model.ts';

const ME = 'GET /v2/user/me';
const TERMS = 'GET /v2/user/service_terms';
const CHANNELS = 'GET /v2/api/talk/channels';

/** What this row alone adds. */
export function toldOfRow(house: House, inspected: Inspected, row: QuestionRow): Told[] {
  const { situation, question, toCome } = inspected;
  const after = foretold(situation, question, [row], toCome);
  if (row.kind === 'channel') return channelsTold(inspected, [row]);
  if (row.kind !== 'item')
    return [
      told(TERMS, {
        service_terms: termsOf(after)
          .filter(({ tag }) => tag === row.name)
          .map(asTerm),
      }),
    ];
  const before = meOf(house, inspected, foretold(situation, question, [], toCome));
  const difference = differenceOf(before, meOf(house, inspected, after));
  return difference ? [told(ME, difference)] : [];
}

/** Why nothing is told of an item: another API has it, none has, or nothing is known of the person. */
export function untoldOf({ t }: Reading, { name }: QuestionRow): string {
  const [api] = apisOf(name);
  if (!api) return t('inspect.noApi');
  return `GET ${api}` === ME ? t('inspect.nothingKnown') : t('inspect.otherApi', { api: `GET ${api}` });
}

export function toldOfAll(house: House, view: Reading, inspected: Inspected): Omit<InspectionScreen, 'canAsk'> {
  const { t } = view;
  const { situation, request, question, ticked, toCome } = inspected;
  const rows = tickedRows(question, ticked);
  const isWhole = rowsOf(question).every((row) => !row.required || rows.includes(row) || rows.some(({ name }) => name === row.name));
  const after = foretold(situation, question, rows, toCome);
  const next = rowsNext(after, request).map((row) => wordOf(view, after, row));
  return {
    says: isWhole ? t('inspect.whole') : t('inspect.short'),
    next: isWhole ? (next.length > 0 ? t('inspect.comes', { rows: next.join(', ') }) : t('inspect.nothingComes')) : null,
    told: [
      told(ME, meOf(house, inspected, after)),
      // Who is preregistered is asked for by user/me alone.
      ...(after.link!.state === 'linked' ? standingTold(inspected, after, rows) : []),
    ],
  };
}

function standingTold(inspected: Inspected, after: Situation, rows: readonly RowName[]): Told[] {
  const service_terms = termsOf(after)
    .filter(({ agreement }) => agreement)
    .map(asTerm);
  return [
    ...(after.simpleSignup ? [told(TERMS, { id: exactNumber(after.link!.number), service_terms })] : []),
    ...channelsTold(
      inspected,
      rows.filter(({ kind }) => kind === 'channel'),
    ),
  ];
}

function channelsTold({ question, toCome }: Inspected, rows: readonly RowName[]): Told[] {
  const added = question.channels.filter(({ id }) => rows.some(({ name }) => name === id));
  return added.length > 0
    ? [told(CHANNELS, { channels: added.map((channel) => asChannel(channel, { relation: 'ADDED', updatedAt: toCome.now })) })]
    : [];
}

function meOf({ addresses }: House, { app, toCome }: Inspected, after: Situation): object {
  const person = personOf(after.account, addresses.pictures, toCome.now, app.switches);
  const link = after.link!;
  return userMe({ app, person, items: itemStandings(after.items, link), link }, wantedBy(undefined, app));
}

function termsOf({ simpleSignup, agreed }: Situation) {
  return simpleSignup ? termStandings(simpleSignup, [...agreed.values()]) : [];
}

function wordOf({ t, language }: Reading, { app, simpleSignup }: Situation, { kind, name }: RowName): string {
  if (kind === 'item') return consentItem(name, app)?.label[language] ?? name;
  if (kind === 'age') return t('consent.age');
  return simpleSignup?.terms.find(({ tag }) => tag === name)?.title[language] ?? name;
}

function told(call: string, body: object): Told {
  return { call, json: JSON.stringify(body, null, 2) };
}
