/** An upload all the way: a form over HTTP, into the room of documents, and onto the disk. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import Koa from 'koa';
import { createClock } from '../../src/clock.ts';
import { type Document, type Documents, openDocuments, PICTURES } from '../../src/documents/index.ts';
import { createSimulator } from '../../src/index.ts';
import { RuleBroken } from '../../src/rule.ts';
import { type Listening, listen } from '../../src/serve.ts';
import { ALL, joined, type JoinedStore } from '../../src/store/index.ts';
import { openMemory } from '../../src/store/memory/open.ts';
import { receiveForm } from '../../src/web/uploads.ts';
import { useFolder } from '../helpers/store.ts';
import { pdf, png, pngOf, LIMIT } from './files.ts';

describe('documents · over HTTP', () => {
  const folder = useFolder();
  let server: Listening;
  let documents: Documents;
  let store: JoinedStore;
  let answered: PromiseWithResolvers<void>;

  beforeEach(async () => {
    answered = Promise.withResolvers();
    store = joined(await openMemory());
    documents = await openDocuments({ store, clock: createClock(), folder: folder() });
    server = await listen(0, '127.0.0.1');
    const app = new Koa();
    app.silent = true;
    app.use(async (ctx) => {
      const keep = ({ name, content }: Parameters<Parameters<typeof receiveForm<Document>>[1]['keep']>[0]) =>
        documents.keep({ by: 'han', name, allowed: PICTURES }, content);
      const discard = ({ id }: Document) => documents.discard(id, 'han');
      try {
        const { files } = await receiveForm(ctx, { files: { registration: 1, identity: 1 }, keep, discard });
        ctx.body = Object.entries(files).map(([field, kept]) => `${field} ${kept.map(({ size }) => size).join()}`);
      } catch (error) {
        ctx.status = error instanceof RuleBroken ? 400 : 500;
        ctx.body = error instanceof RuleBroken ? error.code : String(error);
      } finally {
        answered.resolve();
      }
    });
    server.answer(app.callback());
  });
  afterEach(() => server.stop());

  const send = async (registration: Buffer, identity: Buffer): Promise<string> => {
    const form = new FormData();
    form.append('registration', new Blob([new Uint8Array(registration)]), '등록증.png');
    form.append('identity', new Blob([new Uint8Array(identity)]), '신분증.png');
    return (await fetch(server.url, { method: 'POST', body: form })).text();
  };
  const nothingLeft = async () => {
    assert.deepEqual(readdirSync(folder()), []);
    assert.deepEqual(await store.find('documents', 'all', ALL), []);
  };

  it('keeps both files', async () => {
    assert.deepEqual(JSON.parse(await send(png, pngOf(LIMIT))), [`registration ${png.length}`, `identity ${LIMIT}`]);
    assert.equal(readdirSync(folder()).length, 2);
  });

  it('15 · keeps neither when one is of the wrong kind', async () => {
    assert.equal(await send(png, pdf), 'document_wrong_kind');
    await nothingLeft();
  });

  it('15 · keeps neither when one is too large', async () => {
    assert.equal(await send(png, pngOf(LIMIT + 1)), 'upload_refused');
    await nothingLeft();
  });

  it('15 · keeps neither when the browser is closed on the way', async () => {
    const part = (field: string) => `--b\r\ncontent-disposition: form-data; name="${field}"; filename="a.png"\r\n\r\n`;
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nhost: localhost\r\ncontent-type: multipart/form-data; boundary=b\r\ncontent-length: 999999\r\n\r\n');
    socket.write(Buffer.concat([Buffer.from(part('registration')), png, Buffer.from(`\r\n${part('identity')}`), png]));
    const isKept = Promise.withResolvers<void>();
    store.watch('documents', () => isKept.resolve());
    await isKept.promise;
    socket.destroy();
    await answered.promise;
    await nothingLeft();
  });
});

describe('documents · of a simulator', () => {
  const folder = useFolder();

  it('lie in its data folder, which loses strays when it opens', async () => {
    mkdirSync(join(folder(), 'documents'));
    writeFileSync(join(folder(), 'documents', '01STRAY'), 'x');
    const simulator = await createSimulator({ memory: false, data: folder() });
    assert.deepEqual(readdirSync(join(folder(), 'documents')), []);
    await simulator.close();
  });
});
