/** The rooms of a fresh simulator without its doors: in memory, with the shipped world, and a clock that stands where a test wants it. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe } from 'mocha';
import { type Clock, createClock } from '../../src/clock.ts';
import { EVIDENCE } from '../../src/documents/index.ts';
import { type House, openHouse } from '../../src/house.ts';
import { RuleBroken } from '../../src/rule.ts';
import type { Row, TableName } from '../../src/store/index.ts';
import { openMemory } from '../../src/store/memory/open.ts';
import { type Secrets, secretsOf } from '../../src/store/secrets.ts';
import { plantRows } from '../../src/store/seed.ts';
import { chunks, png } from '../documents/files.ts';
import { runningTwice } from './twice.ts';
import { seed } from './world.ts';

/** People of the shipped world, by what they may do. */
export const OWNER = '91-owner';
/** Editor of some apps, member of others, as the seed says. */
export const COLLEAGUE = '92-member';
export const PARTNER = '93-partner';
/** Has nothing to do with any app or profile. */
export const STRANGER = '01-han';

export interface Rooms {
  readonly house: House;
  readonly clock: Clock;
  /** Moves the clock to this moment (ISO text), which must not be over. */
  at(moment: string): void;
  /** Changes a row, as nothing else could. */
  change<T extends TableName>(table: T, id: string, patch: Partial<Row<T>>): Promise<void>;
}

let secrets: Promise<Secrets> | undefined;

/** `describe` with fresh rooms before each test. A Monday morning in Seoul, unless told otherwise. */
export function describeRooms(title: string, body: (rooms: Rooms) => void, start = '2026-11-23T01:00:00Z'): void {
  describe(title, () => {
    const rooms = {} as { -readonly [K in keyof Rooms]: Rooms[K] };

    beforeEach(async () => {
      const clock = createClock(Date.parse(start) - Date.now());
      const store = runningTwice(await openMemory({ now: clock.now }));
      const value = await (secrets ??= openMemory().then(secretsOf));
      await store.write(async (tx) => {
        plantRows(tx, seed, clock.now());
        tx.put('secrets', { id: 'installation', value });
      });
      const house = await openHouse({
        store,
        clock,
        url: 'http://localhost:5252',
        documentsFolder: null,
        report: (error) => assert.fail(String(error)),
      });
      Object.assign(rooms, {
        house,
        clock,
        at: (moment: string) => clock.advance(Date.parse(moment) - clock.now()),
        change: (table: TableName, id: string, patch: object) =>
          store.write(async (tx) => tx.put(table, { ...(await tx.get(table, id))!, ...patch })),
      });
    });

    afterEach(() => rooms.house.close());

    body(rooms);
  });
}

/** The id of evidence that this person has just uploaded. */
export async function upload({ house }: Rooms, by: string, bytes: Buffer = png): Promise<string> {
  return (await house.documents.keep({ by, name: '증빙', allowed: EVIDENCE }, chunks(bytes))).id;
}

/** Holds when the promise is refused by the rule with this code (and these details). */
export async function refused(code: string, promise: Promise<unknown>, details: Record<string, unknown> = {}): Promise<void> {
  const error: unknown = await promise.then(
    () => assert.fail(`expected to be refused: ${code}`),
    (reason: unknown) => reason,
  );
  if (!(error instanceof RuleBroken)) throw error;
  assert.equal(error.code, code, error.message);
  for (const [name, value] of Object.entries(details)) assert.deepEqual(error.details[name], value, name);
}
