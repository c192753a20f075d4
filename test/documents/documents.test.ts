/** Evidence belongs to its uploader, then to what claims it, and goes with that. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock, DAY } from '../../src/clock.ts';
import { type Document, type Documents, EVIDENCE, openDocuments, PICTURES } from '../../src/documents/index.ts';
import { joined } from '../../src/store/index.ts';
import { openLowdb } from '../../src/store/lowdb/open.ts';
import { openMemory } from '../../src/store/memory/open.ts';
import { refused } from '../helpers/rooms.ts';
import { useFolder } from '../helpers/store.ts';
import { chunks, pdf, png } from './files.ts';

const upload = { by: 'han', name: 'a.png', allowed: EVIDENCE };
const claim = { by: 'han', owner: 'certification:_xaGdm', allowed: PICTURES };

describe('documents · claiming', () => {
  const folder = useFolder();
  const open = async () => {
    const store = joined(await openMemory());
    return { store, documents: await openDocuments({ store, clock: createClock(), folder: folder() }) };
  };

  it('makes an upload evidence, once and again for the same owner', async () => {
    const { store, documents } = await open();
    const { id } = await documents.keep(upload, chunks(png));
    await store.write((tx) => documents.claim(tx, id, claim));
    await store.write((tx) => documents.claim(tx, id, { ...claim, by: 'a colleague' }));
    assert.deepEqual(
      (await documents.of(claim.owner)).map((each) => each.id),
      [id],
    );
    assert.deepEqual(await documents.of('upload:han'), []);
  });

  it('refuses what somebody else uploaded, what is evidence of another thing, and what is not there', async () => {
    const { store, documents } = await open();
    const { id } = await documents.keep(upload, chunks(png));
    const claiming = (over: object, which = id) => store.write((tx) => documents.claim(tx, which, { ...claim, ...over }));
    await refused('unknown_document', claiming({ by: 'stranger' }));
    await refused('unknown_document', claiming({}, 'nothing'));
    await claiming({});
    await refused('unknown_document', claiming({ owner: 'term:1:service' }));
  });

  it('refuses a kind that this owner does not take', async () => {
    const { store, documents } = await open();
    const { id } = await documents.keep(upload, chunks(pdf));
    await refused(
      'document_wrong_kind',
      store.write((tx) => documents.claim(tx, id, claim)),
    );
  });

  it('lets an uploader drop what nothing has claimed, and nobody else', async () => {
    const { store, documents } = await open();
    const [first, second] = [await documents.keep(upload, chunks(png)), await documents.keep(upload, chunks(png))];
    await store.write((tx) => documents.claim(tx, second.id, claim));
    await documents.discard(first.id, 'stranger');
    assert.equal(readdirSync(folder()).length, 2);
    await documents.discard(first.id, 'han');
    await documents.discard(second.id, 'han');
    assert.deepEqual(readdirSync(folder()), [second.id]);
  });

  it('ends with what it belongs to: first the row, then the file', async () => {
    const { store, documents } = await open();
    const kept: Document[] = [];
    for (let i = 0; i < 3; i += 1) kept.push(await documents.keep(upload, chunks(png)));
    for (const { id } of kept) await store.write((tx) => documents.claim(tx, id, claim));
    const gone = await store.write((tx) => documents.retain(tx, claim.owner, [kept[1]!.id]));
    assert.equal(readdirSync(folder()).length, 3);
    await documents.erase(gone);
    assert.deepEqual(readdirSync(folder()), [kept[1]!.id]);
    assert.equal(await documents.read(kept[0]!.id), undefined);
    assert.equal(await documents.byId(kept[0]!.id), undefined);
  });
});

describe('documents · a data folder', () => {
  const folder = useFolder();
  const clock = createClock();
  const open = async (now = clock) => {
    const store = joined(await openLowdb({ folder: folder(), now: now.now }));
    return { store, documents: await openDocuments({ store, clock: now, folder: join(folder(), 'documents') }) };
  };
  const files = () => readdirSync(join(folder(), 'documents')).sort();

  it('keeps them over a restart, and loses orphans and unfinished files', async () => {
    let { store, documents } = await open();
    const { id } = await documents.keep(upload, chunks(png));
    await store.close();
    for (const name of ['01ORPHAN', `${id}.tmp`, '01HALF.tmp']) writeFileSync(join(folder(), 'documents', name), 'x');
    ({ store, documents } = await open());
    assert.deepEqual(files(), [id]);
    assert.equal((await documents.byId(id))?.name, 'a.png');
    await store.close();
  });

  it('loses uploads that nobody claimed within a day, when it is opened and when their uploader comes again', async () => {
    const time = createClock();
    let { store, documents } = await open(time);
    const loose = await documents.keep(upload, chunks(png));
    const claimed = await documents.keep(upload, chunks(png));
    await store.write((tx) => documents.claim(tx, claimed.id, claim));
    time.advance(DAY);
    const fresh = await documents.keep(upload, chunks(png));
    assert.deepEqual(files(), [claimed.id, fresh.id]);
    assert.equal(await documents.byId(loose.id), undefined);
    await store.close();
    time.advance(DAY);
    ({ store } = await open(time));
    assert.deepEqual(files(), [claimed.id]);
    await store.close();
  });

  it('stays untouched until the first upload', async () => {
    const { store } = await open();
    assert.ok(!existsSync(join(folder(), 'documents')));
    await store.close();
  });
});

describe('documents · in memory', () => {
  const ours = () => new Set(readdirSync(tmpdir()).filter((name) => name.startsWith('kakao-sync-documents-')));
  const room = async (): Promise<Documents> => openDocuments({ store: joined(await openMemory()), clock: createClock(), folder: null });

  it('makes its folder for the first upload, and removes it at close', async () => {
    const documents = await room();
    const before = ours();
    // Two at once: one folder.
    const [one] = await Promise.all([documents.keep(upload, chunks(png)), documents.keep(upload, chunks(png))]);
    (await documents.read(one.id))!.destroy();
    const made = [...ours()].filter((name) => !before.has(name));
    const mine = made.find((name) => readdirSync(join(tmpdir(), name)).includes(one.id));
    assert.ok(mine);
    await documents.close();
    assert.ok(!existsSync(join(tmpdir(), mine)));
  });

  it('closes without a trace where nothing was uploaded', async () => {
    await (await room()).close();
  });
});
