import assert from 'node:assert/strict';
import { DataFileRefused } from '../../../src/store/errors.ts';
import { bytesOf } from '../../../src/store/memory/bytes.ts';
import type { AnyRow } from '../../../src/store/memory/row.ts';
import { createTables, only } from '../../../src/store/memory/table.ts';
import { documentReader } from '../../../src/store/lowdb/document-reader.ts';
import { encodeChanges, encodeLine, headerLine } from '../../../src/store/lowdb/line.ts';
import { journalReader } from '../../../src/store/lowdb/journal-reader.ts';
import { crc32 } from 'node:zlib';

const HEADER = { format: 'kakao-sync-simulator', schemaVersion: 1, generation: 7 };
/** Letters of one to four bytes, everything that JSON escapes, and what looks like the end of a row, a list, a file. */
const SECRETS = [
  { id: '가나다', value: '닉네임 😀 é' },
  { id: 'quotes', value: 'a "b" \\" \\\\' },
  { id: 'ends', value: '"},{"id":"x"}]}}\n' },
  { id: '\\', value: ['\\', { '}]': [[{}], '["{'] }, null, -1.5e3, '\u0000\u2028'] },
];
const whole = { ...HEADER, tables: { secrets: SECRETS, deliveries: [], clocks: [{ id: 'house', offset: 0, frozenAt: null }] } };
const written = `{${JSON.stringify(HEADER).slice(1, -1)},"tables":{\n"secrets":[\n${SECRETS.map((row) => JSON.stringify(row)).join(',\n')}\n],\n"deliveries":[]\n}}\n`;

describe('store · lowdb · a document that is read in chunks', () => {
  function read(bytes: Buffer, chunk: number) {
    const tables = createTables();
    const reader = documentReader('state.json', only(tables, ['secrets', 'deliveries', 'clocks']));
    // As when it comes from a file: each chunk takes the place of the one before.
    const buffer = Buffer.alloc(chunk);
    for (let at = 0; at < bytes.length; at += chunk) reader.push(buffer.subarray(0, bytes.copy(buffer, 0, at, at + chunk)));
    const generation = reader.end();
    const rows = (name: 'secrets' | 'clocks'): AnyRow[] => [...tables[name].rows.ids()].map((id) => tables[name].rows.get(id)!);
    return { generation, secrets: rows('secrets'), clocks: rows('clocks') };
  }
  const refused = (json: string, reason: RegExp): void => {
    for (const chunk of [1, 3, 1000]) {
      assert.throws(
        () => read(Buffer.from(json), chunk),
        (error) => error instanceof DataFileRefused && reason.test(String(error.details['reason'])),
        json,
      );
    }
  };

  for (const [how, text] of [
    ['as it is written', written],
    ['on one line', JSON.stringify(whole)],
    ['as somebody has laid it out', JSON.stringify(whole, null, 2)],
  ] as const) {
    it(`is the same wherever it is cut: ${how}`, () => {
      const bytes = Buffer.from(text);
      for (let chunk = 1; chunk <= bytes.length; chunk += 1) {
        const { generation, secrets, clocks } = read(bytes, chunk);
        assert.equal(generation, 7);
        assert.deepEqual(secrets, SECRETS);
        assert.equal(clocks.length, text === written ? 0 : 1);
      }
    });
  }

  it('is refused when it ends too early, wherever that is', () => {
    const bytes = Buffer.from(written.trimEnd());
    for (let length = 0; length < bytes.length; length += 1) {
      assert.throws(() => read(bytes.subarray(0, length), 64), DataFileRefused, `cut off after ${length} bytes`);
    }
  });

  it('is refused when it is no JSON, though its rows are', () => {
    const row = JSON.stringify(SECRETS[0]);
    const other = JSON.stringify(SECRETS[1]);
    const lists = [`,${row}`, `${row},`, `${row}${other}`, `${row} ${other}`, `${row},,${other}`, `${row};${other}`, `${row}}`, `${row}]`];
    for (const list of lists) refused(`{${JSON.stringify(HEADER).slice(1, -1)},"tables":{"secrets":[${list}]}}`, /^it is not JSON \(/);
    refused(`${written}}`, /^it is not JSON \(/);
    refused(written.replace('"quotes"', 'quotes'), /^it is not JSON \(/);
  });

  it('is refused when a list has other things than rows in it', () => {
    for (const list of [[1], [[{}]], [SECRETS[0], 'x'], [null, SECRETS[0]]]) {
      refused(JSON.stringify({ ...HEADER, tables: { secrets: list } }), /^tables\.secrets: expected a list of rows$/);
    }
    refused(JSON.stringify({ ...HEADER, tables: { secrets: { a: { id: 'a' } } } }), /^tables\.secrets: expected a list of rows$/);
  });

  it('may hold what no version has known, beside its tables', () => {
    const text = JSON.stringify({ ...HEADER, notes: { mine: [{ id: 5 }], more: [[{}]] }, tables: { secrets: SECRETS } });
    for (const chunk of [1, 7, 1000]) assert.deepEqual(read(Buffer.from(text), chunk).secrets, SECRETS);
  });
});

describe('store · lowdb · a journal that is read in chunks', () => {
  it('is the same wherever it is cut', () => {
    const header = headerLine(7);
    const units = SECRETS.map((row) => [
      { table: 'secrets', id: row.id, put: { bytes: bytesOf(JSON.stringify(row)) } },
      { table: 'apps', id: '1', put: null },
    ]);
    let sum = crc32(header);
    let text = header;
    for (const unit of units) {
      const encoded = encodeLine(encodeChanges(unit as never), sum);
      sum = encoded.sum;
      text += Buffer.concat(encoded.line).toString();
    }
    const bytes = Buffer.from(text);
    for (let chunk = 1; chunk <= bytes.length; chunk += 1) {
      const landed: unknown[] = [];
      const reader = journalReader('journal', 7, true, (table, id, row) => landed.push(row ?? `${table} ${id}`));
      for (let at = 0; at < bytes.length; at += chunk) reader.push(bytes.subarray(at, at + chunk));
      assert.deepEqual(reader.end(), { size: bytes.length, sum });
      assert.deepEqual(
        landed,
        SECRETS.flatMap((row) => [row, 'apps 1']),
      );
    }
  });
});
