/** Forms of the consoles with files: nobody has to choose a file twice for a mistake elsewhere, or type a text twice for a file. */
import assert from 'node:assert/strict';
import { ALL, type Document } from '../../../src/store/index.ts';
import { describeHouse } from '../../helpers/house.ts';
import { chunks, LIMIT, pdf, png, pngOf } from '../../documents/files.ts';
import { useBrowser } from './door.ts';

interface Form {
  company?: string;
  registration?: Buffer;
  identity?: Buffer;
  registrationKept?: string;
  once?: string;
}

describeHouse('콘솔 · a form with files', (world) => {
  const browser = useBrowser(world);
  const documents = (): Promise<Document[]> => world.house.store.find('documents', 'all', ALL);
  const owners = async (): Promise<string[]> => (await documents()).map(({ owner }) => owner);

  const send = ({ registration, identity, ...fields }: Form) => {
    const request = browser().post('/papers');
    for (const [name, value] of Object.entries(fields)) request.field(name, value);
    // As browsers do: a field without a file is sent, too.
    request.attach('registration', registration ?? Buffer.alloc(0), registration ? '등록증.png' : '');
    request.attach('identity', identity ?? Buffer.alloc(0), identity ? '신분증.png' : '');
    return request;
  };

  it('hands the documents to the verb', async () => {
    assert.equal((await send({ company: 'a', registration: png, identity: png })).status, 303);
    assert.deepEqual(await owners(), ['papers:1', 'papers:1']);
  });

  it('says what is missing at the field', async () => {
    const { status, body } = await send({ company: 'a' });
    assert.equal(status, 422);
    assert.equal(body.field.error, '파일을 첨부해 주세요.');
    assert.equal(body.field.kept, null);
  });

  it('keeps the file when a text is wrong, and takes it from there', async () => {
    const { status, body } = await send({ company: '', registration: png });
    assert.equal(status, 422);
    assert.deepEqual([body.draft.errors.company, body.draft.errors.registration], ['입력해 주세요.', undefined]);
    const { id, field, name } = body.field.kept;
    assert.deepEqual([field, name], ['registrationKept', '등록증.png']);

    assert.equal((await send({ company: 'a', registrationKept: id })).status, 303);
    assert.deepEqual(
      (await documents()).map((document) => [document.id, document.owner]),
      [[id, 'papers:1']],
    );
  });

  it('keeps the texts and the other file when one is of the wrong kind', async () => {
    const { status, body } = await send({ company: 'a', registration: png, identity: pdf });
    assert.equal(status, 422);
    assert.equal(body.draft.typed.company, 'a');
    assert.deepEqual(body.draft.errors, { identity: '첨부할 수 없는 형식입니다. jpg, png 파일을 선택해 주세요.' });
    assert.equal(body.field.kept.name, '등록증.png');
  });

  it('keeps them when one is too large, wherever it stands in the form', async () => {
    const { status, body } = await send({ company: 'a', registration: pngOf(LIMIT + 1), identity: png });
    assert.equal(status, 422);
    assert.deepEqual(body.draft.errors, { registration: '파일이 너무 큽니다. 최대 10MB까지 첨부할 수 있습니다.' });
    assert.equal(body.draft.typed.company, 'a');
    assert.equal((await documents()).length, 1);
  });

  it('puts a file that is sent in the place of the one before', async () => {
    const first = await send({ company: '', registration: png });
    const { id } = first.body.field.kept;
    const second = await send({ company: '', registration: pngOf(5000), registrationKept: id });
    assert.notEqual(second.body.field.kept.id, id);
    assert.deepEqual(
      (await documents()).map((document) => document.id),
      [second.body.field.kept.id],
    );
  });

  it('keeps the one before when the one that is sent is refused', async () => {
    const first = await send({ company: '', registration: png });
    const { id } = first.body.field.kept;
    const { body } = await send({ company: 'a', registration: pdf, registrationKept: id });
    assert.match(body.field.error, /첨부할 수 없는 형식/);
    assert.equal(body.field.kept.id, id);
  });

  it('neither shows nor drops a document of somebody else', async () => {
    const { id } = await world.house.documents.keep({ by: '02-new', name: 'secret.png', allowed: ['image/png'] }, chunks(png));
    const { body } = await send({ company: '', registrationKept: id });
    assert.equal(body.field.kept, null);
    await send({ company: '', registration: png, registrationKept: id });
    assert.equal((await documents()).filter((document) => document.id === id).length, 1);
  });

  it('answers the same when it is sent twice', async () => {
    const once = world.house.submissions.token();
    const answers = [await send({ once, company: 'a', registration: png }), await send({ once, company: 'a', registration: png })];
    assert.deepEqual(
      answers.map(({ status, headers }) => [status, headers.location]),
      [
        [303, '/people'],
        [303, '/people'],
      ],
    );
    assert.equal((await owners()).filter((owner) => owner === 'papers:1').length, 1);
  });
});
