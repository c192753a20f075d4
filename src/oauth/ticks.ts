/** What is ticked on a consent screen: as its form sends it, and as an inspected screen is asked for in its query. */
import type { Context } from 'koa';
import { z } from 'zod';
import { type Answer, type Question, rowsOf } from '../consent/index.ts';
import { list, query } from '../web/forms.ts';
import { isInspected } from '../web/inspect.ts';

const names = z.preprocess(list, z.array(z.string().max(200)).max(50));

export const tickFields = z.object({
  items: z.string().optional(),
  item: names,
  term: names,
  age: z.string().optional(),
  channel: names,
});

export const NOTHING_TICKED: Answer = { requiredItems: false, items: [], terms: [], age: false, channels: [] };

export function answerOf({ items, item, term, age, channel }: z.output<typeof tickFields>): Answer {
  return { requiredItems: items !== undefined, items: item, terms: term, age: age !== undefined, channels: channel };
}

/** No link ticks a screen for somebody, but one that is inspected. Throws InputRefused. */
export function ticksOf(ctx: Context): Answer {
  return isInspected(ctx) ? answerOf(query(ctx, tickFields)) : NOTHING_TICKED;
}

/** Items, tags and channels that may be left out, in the order of the screen. */
export function optionalRows(question: Question): string[] {
  return rowsOf(question)
    .filter(({ required }) => !required)
    .map(({ name }) => name);
}

/** As the form would send it. */
export function fieldsOf({ requiredItems, items, terms, age, channels }: Answer): [string, string][] {
  const each = (name: string, values: readonly string[]) => values.map((value): [string, string] => [name, value]);
  return [
    ...(requiredItems ? ([['items', 'required']] as [string, string][]) : []),
    ...each('item', items),
    ...each('term', terms),
    ...(age ? ([['age', 'on']] as [string, string][]) : []),
    ...each('channel', channels),
  ];
}
