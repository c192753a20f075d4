/** 카카오 for 비즈니스 · evidence: for members of the app, and harmless in a browser. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { chunks, jpeg, pdf, png } from '../../documents/files.ts';
import { applicant, beginDetails, ITEMS } from '../../guide/applicant.ts';
import { APPS, describeHouse } from '../../helpers/house.ts';
import { COLLEAGUE, OWNER, STRANGER } from '../../helpers/rooms.ts';

describeHouse('카카오 for 비즈니스 · evidence', (world) => {
  /** Attaches the file to a draft; its path. */
  const attach = async (bytes: Buffer, name: string): Promise<string> => {
    const owner = await applicant(world);
    await owner.send(await beginDetails(owner, 'items'), { do: 'save', ...ITEMS }, { evidence: { bytes, name } });
    const { content } = await world.house.sync.draft(OWNER, APPS.biz);
    return `/business/apps/${APPS.biz}/documents/${content.evidence!}`;
  };
  const get = async (path: string, accountId = OWNER) =>
    supertest(world.url)
      .get(path)
      .set('Cookie', `kakao_sync_console=${await world.house.accounts.openSession(accountId)}`);

  for (const [bytes, type, how] of [
    [png, 'image/png', 'inline'],
    [jpeg, 'image/jpeg', 'inline'],
    [pdf, 'application/pdf', 'attachment'],
  ] as const) {
    it(`15 · of ${type} is served as what it is, ${how}, and runs nothing`, async () => {
      const { status, headers, body } = await get(await attach(bytes, "가입 화면'*.html"));
      assert.equal(status, 200);
      assert.equal(headers['content-type'], type);
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal(headers['content-security-policy'], "default-src 'none'; frame-ancestors 'none'; sandbox");
      assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
      assert.ok(headers['content-disposition']?.startsWith(`${how}; `), headers['content-disposition']);
      assert.ok(headers['content-disposition']!.includes(`filename*=UTF-8''${encodeURIComponent('가입 화면')}%27`));
      assert.equal(headers['content-length'], String(bytes.length));
      assert.deepEqual(body, bytes);
    });
  }

  it('15 · is for members of the app, whatever their role; for others it is not there', async () => {
    const path = await attach(png, 'a.png');
    await world.house.apps.setMember(OWNER, APPS.biz, COLLEAGUE, 'member');
    assert.equal((await get(path, COLLEAGUE)).status, 200);
    assert.equal((await get(path, STRANGER)).status, 404);
    assert.equal((await supertest(world.url).get(path)).status, 303);
  });

  it('15 · is not there under another app, nor what is no evidence of it', async () => {
    const path = await attach(png, 'a.png');
    assert.equal((await get(path.replace(APPS.biz, APPS.linked))).status, 404);
    const loose = await world.house.documents.keep({ by: STRANGER, name: 'a.png', allowed: ['image/png'] }, chunks(png));
    assert.equal((await get(`/business/apps/${APPS.biz}/documents/${loose.id}`)).status, 404);
    assert.equal((await get(`/business/apps/${APPS.biz}/documents/..%2F..%2Fsecrets`)).status, 404);
  });
});
