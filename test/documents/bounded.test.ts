/** Requirement 15, all the way through a form of a console: uploads are bounded and inert, and nothing stays of what is refused. Source: security 6.4. */
import assert from 'node:assert/strict';
import { ALL } from '../../src/store/index.ts';
import { applicant, beginDetails, ITEMS } from '../guide/applicant.ts';
import type { Clerk, Sheet } from '../helpers/clerk.ts';
import { APPS, describeHouse } from '../helpers/house.ts';
import { OWNER } from '../helpers/rooms.ts';
import { jpeg, LIMIT, pdf, png, pngOf } from './files.ts';

const PAGE = Buffer.from('<!doctype html><script>alert(1)</script>');

describeHouse('documents · a file in a form', (world) => {
  let owner: Clerk;
  let sheet: Sheet;
  beforeEach(async () => {
    owner = await applicant(world);
    sheet = await beginDetails(owner, 'items');
  });

  const attach = (bytes: Buffer, name = '가입화면.png') => owner.send(sheet, { do: 'save', ...ITEMS }, { evidence: { bytes, name } });
  const kept = async () => (await world.house.store.find('documents', 'all', ALL)).filter(({ uploadedBy }) => uploadedBy === OWNER);
  /** Rows and files: what was refused is in neither. */
  const left = async () => [(await kept()).length, (await world.house.documents.contents()).size];

  it('15 · may have 10 MB less one byte, or 10 MB, and not one byte more', async () => {
    for (const size of [LIMIT - 1, LIMIT]) {
      sheet = await attach(pngOf(size));
      assert.deepEqual(
        (await kept()).map((each) => each.size),
        [size],
        'in the place of the one before',
      );
    }
    const { html } = await attach(pngOf(LIMIT + 1));
    assert.match(html, /파일이 너무 큽니다\. 최대 10MB까지 첨부할 수 있습니다/);
    assert.deepEqual(await left(), [1, 1]);
  });

  const others: [what: string, bytes: Buffer, name: string][] = [
    ['a page that is called a picture', PAGE, 'a.png'],
    ['a page with two endings', PAGE, 'a.png.html'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'a.png'],
    ['a GIF that is a script, too', Buffer.from('GIF89a/*\x00\x00*/=1;alert(1)'), 'a.png'],
    ['a program', Buffer.from('MZ\x90\x00\x03\x00\x00\x00'), 'a.pdf'],
    ['nothing', Buffer.alloc(0), 'a.png'],
    ['two bytes of a picture', jpeg.subarray(0, 2), 'a.jpg'],
  ];
  for (const [what, bytes, name] of others) {
    it(`15 · is not ${what}`, async () => {
      const { status, html } = await attach(bytes, name);
      assert.equal(status, 422);
      assert.match(html, /data-testid="error-evidence"/);
      assert.deepEqual(await left(), [0, 0]);
    });
  }

  const names: [sent: string, shown: string][] = [
    ['../../../etc/passwd.png', 'passwd.png'],
    ['..\\..\\windows\\a.png', 'a.png'],
    ['a.html', 'a.html'],
    ['가입화면.png'.normalize('NFD'), '가입화면.png'],
    [`${'가'.repeat(300)}.png`, '가'.repeat(120)],
  ];
  for (const [sent, shown] of names) {
    it(`15 · that is called ${sent.slice(0, 24)} lies under an id, and is served as the picture that it is`, async () => {
      await attach(png, sent);
      const [document] = await kept();
      assert.deepEqual([document?.name, document?.type], [shown, 'image/png']);
      assert.match(document!.id, /^\w+$/);
      const { headers } = await owner.open(`/business/apps/${APPS.biz}/documents/${document!.id}`);
      assert.equal(headers['content-type'], 'image/png');
    });
  }

  it('15 · of twenty at once, each is kept whole or refused, and nothing else is left', async () => {
    const sizes = Array.from({ length: 20 }, (_, at) => 60_000 + at);
    const sheets = await Promise.all(sizes.map(() => owner.open(sheet.path)));
    const answers = await Promise.all(
      sizes.map((size, at) =>
        owner.send(sheets[at]!, { do: 'save', ...ITEMS }, { evidence: { bytes: at % 4 === 3 ? PAGE : pngOf(size), name: 'a.png' } }),
      ),
    );
    assert.ok(
      answers.every(({ status }) => [200, 409, 422].includes(status)),
      answers.map(({ status }) => status).join(),
    );
    const files = await world.house.documents.contents();
    const rows = await kept();
    assert.deepEqual(new Set(files.keys()), new Set(rows.map(({ id }) => id)));
    for (const { id, size } of rows) assert.equal(files.get(id)!.length, size);
    assert.ok(rows.every(({ type, size }) => type === 'image/png' && sizes.includes(size)));
  });

  it('15 · a paper is handed over to be saved, and never shown', async () => {
    await attach(pdf, '증명서.pdf');
    const { headers } = await owner.open(`/business/apps/${APPS.biz}/documents/${(await kept())[0]!.id}`);
    assert.equal(headers['content-type'], 'application/pdf');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.match(headers['content-disposition']!, /^attachment; /);
  });
});
