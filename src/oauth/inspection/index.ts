/** Inspect mode: a consent screen laid open, row by row and as a whole. Everything is worked out by the rules that draw, answer and tell. */
import type { Context } from 'koa';
import type { App } from '../../apps/index.ts';
import {
  type Answer,
  type ConsentRequest,
  isSame,
  type Question,
  type RowName,
  rowsOf,
  type Situation,
  type Source,
  type ToCome,
} from '../../consent/index.ts';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { originCard } from './card.ts';
import type { InspectionScreen, OriginCard } from './model.ts';
import { toldOfAll } from './told.ts';

export interface Inspected {
  app: App;
  situation: Situation;
  request: ConsentRequest;
  question: Question;
  source: Source;
  ticked: Answer;
  toCome: ToCome;
}

export interface LaidOpen {
  cardOf(row: RowName): OriginCard | null;
  screen: InspectionScreen;
}

/** Reads, and writes nothing. `at`: house time that an answer would be dated; `canAsk`: whether its form can be sent. */
export async function layOpen(
  house: House,
  ctx: Context,
  { at, ...rest }: Omit<Inspected, 'toCome'> & { at: number },
  canAsk: boolean,
): Promise<LaidOpen> {
  const { app, account, link } = rest.situation;
  const number = link?.number ?? (await house.consent.numberFor(app, account));
  const inspected: Inspected = { ...rest, toCome: { now: at, number } };
  const view = reading(ctx);
  const origins = await house.sync.origins(inspected.app, inspected.source);
  const cards = await Promise.all(
    rowsOf(inspected.question).map(async (row, at) => ({ row, card: await originCard(house, view, inspected, origins, row, at + 1) })),
  );
  return {
    cardOf: (row) => cards.find((each) => isSame(each.row, row))?.card ?? null,
    screen: { ...toldOfAll(house, view, inspected), canAsk },
  };
}
