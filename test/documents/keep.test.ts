/** 서류 첨부: what is taken, what is refused, and that nothing stays of what is refused. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createClock } from '../../src/clock.ts';
import { type Documents, EVIDENCE, openDocuments, PICTURES } from '../../src/documents/index.ts';
import { ALL, joined, type JoinedStore } from '../../src/store/index.ts';
import { openMemory } from '../../src/store/memory/open.ts';
import { refused } from '../helpers/rooms.ts';
import { useFolder } from '../helpers/store.ts';
import { broken, chunks, jpeg, LIMIT, pdf, png, pngOf } from './files.ts';

describe('documents · an upload', () => {
  const parent = useFolder();
  let folder: string;
  let store: JoinedStore;
  let documents: Documents;
  beforeEach(async () => {
    folder = join(parent(), 'documents');
    store = joined(await openMemory());
    documents = await openDocuments({ store, clock: createClock(), folder });
  });
  const keep = (content: Readable, over: Partial<Parameters<Documents['keep']>[0]> = {}) =>
    documents.keep({ by: '91-owner', name: '사업자등록증.png', allowed: EVIDENCE, ...over }, content);
  const nothingLeft = async () => {
    assert.deepEqual(readdirSync(folder), []);
    assert.deepEqual(await store.find('documents', 'all', ALL), []);
  };

  for (const [type, bytes] of [
    ['image/png', png],
    ['image/jpeg', jpeg],
    ['application/pdf', pdf],
  ] as const) {
    it(`of ${type} is kept byte for byte, with a row that says what is known of it`, async () => {
      const document = await keep(chunks(bytes, 100));
      const { id, createdAt, ...facts } = document;
      const name = '사업자등록증.png';
      assert.deepEqual(facts, { owner: 'upload:91-owner', uploadedBy: '91-owner', name, type, size: bytes.length });
      assert.ok(createdAt > 0);
      assert.deepEqual(await store.get('documents', id), document);
      assert.deepEqual(await buffer((await documents.read(id))!), bytes);
      assert.deepEqual(readdirSync(folder), [id]);
    });
  }

  it('15 · of exactly 10 MB is kept, and of one byte more is refused', async () => {
    assert.equal((await keep(chunks(pngOf(LIMIT)))).size, LIMIT);
    await refused('document_too_large', keep(chunks(pngOf(LIMIT + 1))), { limit: LIMIT });
    assert.equal(readdirSync(folder).length, 1);
  });

  it('is not read on once it is too large', async () => {
    let sent = 0;
    const endless = chunks(Buffer.alloc(0));
    endless._read = () => void endless.push(Buffer.alloc(64 * 1024, sent++));
    await refused('document_too_large', keep(endless));
    assert.ok(sent * 64 * 1024 < 2 * LIMIT, `${sent} chunks were read`);
    assert.ok(endless.destroyed);
    await nothingLeft();
  });

  it('that is empty is refused', async () => {
    await refused('document_empty', keep(chunks(Buffer.alloc(0))));
    await nothingLeft();
  });

  const wrong: [what: string, bytes: Buffer, allowed: typeof EVIDENCE | typeof PICTURES][] = [
    ['a page that is called a picture', Buffer.from('<!doctype html><script>alert(1)</script>'), EVIDENCE],
    ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;'), EVIDENCE],
    ['a zip', Buffer.from('PK\x03\x04\x14\x00\x00\x00\x00\x00'), EVIDENCE],
    ['random bytes', Buffer.from([0xfe, 0x01, 0x77, 0x09]), EVIDENCE],
    ['half a signature', png.subarray(0, 5), EVIDENCE],
    ['a PDF where pictures are asked for', pdf, PICTURES],
  ];
  for (const [what, bytes, allowed] of wrong) {
    it(`15 · of ${what} is refused, whatever its name`, async () => {
      await refused('document_wrong_kind', keep(chunks(bytes), { allowed }), { allowed });
      await nothingLeft();
    });
  }

  for (const how of ['with an error', 'without a word'] as const) {
    it(`15 · that breaks off ${how} is refused`, async () => {
      await refused('document_cut_off', keep(broken(png.subarray(0, 200), how)));
      await nothingLeft();
    });
  }

  it('whose row cannot be written leaves no file', async () => {
    const failing = joined({ ...store, write: () => Promise.reject(new Error('disk')) });
    const room = await openDocuments({ store: failing, clock: createClock(), folder });
    // The first unit of work drops old uploads; only the last one is to fail.
    const upload = { by: 'x', name: 'a.png', allowed: EVIDENCE };
    let calls = 0;
    failing.write = (work) => (++calls === 1 ? store.write(work) : Promise.reject(new Error('disk')));
    await assert.rejects(room.keep(upload, chunks(png)), /disk/);
    assert.equal(calls, 2);
    await nothingLeft();
  });

  const names: [sent: string, shown: string][] = [
    ['C:\\Users\\한\\증명서.PNG', '증명서.PNG'],
    ['../../etc/passwd', 'passwd'],
    ['증명서.png'.normalize('NFD'), '증명서.png'],
    ['a\u202egpj.exe\u0000\n.png', 'agpj.exe.png'],
    ['///', 'unnamed'],
    ['가'.repeat(300), '가'.repeat(120)],
  ];
  for (const [sent, shown] of names) {
    it(`15 · called ${JSON.stringify(sent).slice(0, 40)} is shown as ${shown.slice(0, 20)}, and is no path`, async () => {
      const { id, name } = await keep(chunks(png), { name: sent });
      assert.equal(name, shown);
      assert.deepEqual(readdirSync(folder), [id]);
    });
  }
});
