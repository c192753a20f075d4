/** A table of the contract, tested in a house: each row is a test of its name, and a row without one fails. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { ROOT } from '../helpers/plan.ts';
import { rowsOf, type Page } from '../helpers/visitor.ts';
import { eachFact, tableOf } from './helpers.ts';

/** What is done and what has to come of it, by the row's name. */
export type Cases = Readonly<Record<string, () => Promise<void>>>;

/** @param elsewhere rows that a test of another file is named for: what only a browser shows, or a room alone; by that file below test/ */
export function describeTable(id: string, casesOf: (world: World) => Cases, elsewhere: Readonly<Record<string, string>> = {}): void {
  const table = tableOf(id);
  const { section, title, rows } = table;
  describeHouse(`규격 ${section} · ${title.ko} · ${title.en}`, (world) => {
    for (const [name, file] of Object.entries(elsewhere)) {
      it(`${name}: is shown by ${file}`, () => {
        const text = readFileSync(join(ROOT, 'test', file), 'utf8');
        assert.ok(rows.some((row) => row.name === name) && text.includes(`it('${name}`));
      });
    }
    eachFact({ ...table, rows: rows.filter(({ name }) => !(name in elsewhere)) }, casesOf(world));
  });
}

/** The rows of the demo app's first consent screen. */
export const REQUIRED = 'items=required';
export const OPTIONAL = ['profile_image', 'age_range', 'birthday', 'phone_number', 'shipping_address', 'plusfriends'].map(
  (item) => `item=${item}`,
);
export const TERMS = ['service_20260105', 'privacy_20260105', 'marketing_20260105'].map((tag) => `term=${tag}`);
export const AGE = 'age=on';
export const CHANNEL = 'channel=_xqDemo';

/** The page is a consent screen with these rows, in this order. */
export function assertAsks(page: Page, rows: readonly string[]): void {
  assert.deepEqual(rowsOf(page), rows, page.url.href);
}

/** No page came in between: the partner has its code. */
export function assertCode(page: Page): void {
  assert.ok(page.query.code, `a code at once, not ${page.url.href}`);
}

/** Changes a switch of the demo app, as the console would. */
export async function setSwitch(world: World, patch: object): Promise<void> {
  const { switches } = await world.app(APPS.demo);
  await world.change('apps', APPS.demo, { switches: { ...switches, ...patch } });
}
