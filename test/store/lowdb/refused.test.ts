import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataFileRefused } from '../../../src/store/errors.ts';
import type { Account } from '../../../src/store/index.ts';
import { openLowdb } from '../../../src/store/lowdb/open.ts';
import { artifact, delivery, filesOf, useFolder } from '../../helpers/store.ts';

const FORMAT = 'kakao-sync-simulator';
const now = (): number => 0;

describe('store · lowdb · a file that is not whole', () => {
  const folder = useFolder();
  const path = (name: string): string => join(folder(), name);
  const write = (name: string, content: unknown): void =>
    writeFileSync(path(name), typeof content === 'string' ? content : JSON.stringify(content));
  const document = (tables: unknown, header = {}): unknown => ({ format: FORMAT, schemaVersion: 1, generation: 2, ...header, tables });

  /** Opening is refused because of that file, and no byte in the folder has changed. */
  async function refused(name: string, reason: string | RegExp): Promise<void> {
    const before = filesOf(folder());
    await assert.rejects(openLowdb({ folder: folder(), now }), (error) => {
      assert.ok(error instanceof DataFileRefused, String(error));
      assert.equal(error.code, 'data_file_refused');
      assert.equal(error.details['file'], path(name));
      if (typeof reason === 'string') assert.equal(error.details['reason'], reason);
      else assert.match(String(error.details['reason']), reason);
      assert.ok(error.message.startsWith(`${path(name)} is refused: `) && !error.message.includes('\n'), error.message);
      assert.match(error.message, /Nothing was changed\. .*--data OTHER\.$/);
      return true;
    });
    assert.deepEqual(filesOf(folder()), before);
  }

  /** A folder as a clean end leaves it. */
  async function good(): Promise<void> {
    const store = await openLowdb({ folder: folder(), now });
    await store.write(async (tx) => {
      tx.put('deliveries', delivery('d1'));
      tx.put('artifacts', artifact('a1'));
    });
    await store.close();
  }

  beforeEach(good);

  const contents: [string, unknown, string | RegExp][] = [
    ['is empty', '', 'it is empty'],
    ['is garbage', 'garbage', /^it is not JSON \(/],
    ['is cut off', `{"format":"${FORMAT}","schemaVersion":1,"gen`, /^it is not JSON \(/],
    ['is not JSON but null', 'null', /^it is not a file of kakao-sync-simulator/],
    ['is other JSON', { name: 'my-project', version: '1.0.0' }, /^it is not a file of kakao-sync-simulator/],
    ['is a list', [], /^it is not a file of kakao-sync-simulator/],
    ['is of a newer version', document({}, { schemaVersion: 2 }), 'a newer version wrote it (schemaVersion 2, this one knows 1)'],
    ['has no version', document({}, { schemaVersion: null }), 'schemaVersion: expected 1'],
    ['has no generation', document({}, { generation: 0 }), 'generation: expected a whole number from 1'],
    ['has no tables', document(undefined), 'tables: expected an object'],
    ['has a table nobody knows', document({ people: [] }), 'tables.people: no such table in this file'],
    ['has a table that is no list', document({ apps: {} }), 'tables.apps: expected a list of rows'],
    ['has a row that is none', document({ apps: [1] }), 'tables.apps: expected a list of rows'],
    ['has a row that is none among others', document({ secrets: [secret('a'), null] }), 'tables.secrets: expected a list of rows'],
    ['has a row without an id', document({ secrets: [secret('a'), {}] }), 'secrets[1].id: expected string'],
    ['has two rows of one id', document({ secrets: [secret('a'), secret('a')] }), 'secrets["a"]: there are two rows with this id'],
    ['has a row that is not valid', document({ accounts: [han({ nickname: 5 })] }), /^accounts\["han"\]\.nickname: expected string/],
    ['is wrong deep inside', document({ accounts: [han({ email: email('x') })] }), /^accounts\["han"\]\.email\.address: /],
    ['is wrong in a list', document({ accounts: [han({ addresses: [{}] })] }), /^accounts\["han"\]\.addresses\[0\]\.id: expected/],
    ['has a field nobody knows', document({ secrets: [{ ...secret('a'), note: 1 }] }), 'secrets["a"]: Unrecognized key: "note"'],
  ];
  for (const [what, content, reason] of contents) {
    it(`is refused when it ${what}`, async () => {
      write('state.json', content);
      await refused('state.json', reason);
    });
  }

  it('is refused when it is not UTF-8, rather than changed into it', async () => {
    const text = JSON.stringify(document({ secrets: [{ id: 'a', value: '@' }] }));
    writeFileSync(path('state.json'), Buffer.from(text.replace('@', '\xff'), 'latin1'));
    await refused('state.json', /^it is not JSON \(/);
  });

  it('is refused when it cannot be read', async () => {
    rmSync(path('state.json'));
    mkdirSync(path('state.json'));
    await assert.rejects(openLowdb({ folder: folder(), now }), /state\.json is refused: it cannot be read \(EISDIR/);
  });

  it('is refused when it is the one with the short-lived rows, too', async () => {
    write('short-lived.json', document({ sessions: [{ id: 's', accountId: 'han', expiresAt: 'soon' }] }));
    await refused('short-lived.json', /^sessions\["s"\]\.expiresAt: expected number/);
  });

  for (const name of ['state.json', 'short-lived.json']) {
    it(`is missed when it is ${name}`, async () => {
      renameSync(path(name), `${folder()}.kept`);
      await refused(name, 'it is missing, and the files beside it need it');
      rmSync(`${folder()}.kept`);
    });
  }

  it('opens when it is whole again', async () => {
    const whole = filesOf(folder())['state.json'] ?? '';
    write('state.json', '');
    await refused('state.json', 'it is empty');
    writeFileSync(path('state.json'), Buffer.from(whole, 'base64'));
    const store = await openLowdb({ folder: folder(), now });
    assert.deepEqual(await store.get('deliveries', 'd1'), delivery('d1'));
    await store.close();
  });
});

function secret(id: string): { id: string; value: unknown } {
  return { id, value: 1 };
}

function email(address: string): NonNullable<Account['email']> {
  return { address, valid: true, verified: true };
}

function han(over: Record<string, unknown>): unknown {
  const nothing = { key: null, says: null, email: null, phone: null, image: null, name: null, gender: null };
  const unknown = { birthyear: null, birthday: null, ci: null };
  return { id: 'han', password: 'p', hasTalk: true, nickname: 'Han', ...nothing, ...unknown, ...over };
}
