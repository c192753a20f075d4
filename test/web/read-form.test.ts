/** Reading a form over HTTP: typed values, or what to mend, by field and in the reader's language. */
import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import Koa from 'koa';
import supertest from 'supertest';
import { z } from 'zod';
import { formBody, list } from '../../src/web/forms.ts';
import { language } from '../../src/web/language.ts';
import { readForm, type Words } from '../../src/web/read-form.ts';
import type { TextKey } from '../../src/web/text/index.ts';

const schema = z.object({
  name: z.string().trim().min(1).max(20),
  url: z.url({ protocol: /^https?$/ }),
  kind: z.enum(['required', 'optional']),
  items: z.preprocess(list, z.array(z.string()).min(1).max(2)),
  terms: z
    .array(
      z.object({
        tag: z
          .string()
          .min(2)
          .refine((tag) => tag !== 'age', 'status.noRole' satisfies TextKey),
      }),
    )
    .default([]),
});
const words: Words<z.input<typeof schema>> = { url: 'signup.wrong.email', 'terms.*.tag': { short: 'status.draft' } };
const GOOD: [string, string][] = [
  ['name', ' 데일리룩 '],
  ['url', 'https://a.example/terms'],
  ['kind', 'required'],
  ['items', 'phone'],
  ['once', 'token'],
  ['version', 'v'],
  ['as', 'han'],
];

describe('a form that is read', () => {
  let server: Server;
  before((done) => {
    const app = new Koa();
    app.use(language);
    // A form with files was read before: its fields are the body, as they came.
    app.use((ctx, next) =>
      ctx.path === '/files'
        ? ((ctx.request.body = { 'terms.1.tag': 'a1', items: ['x', 'y'], name: 'a\r\nb' }), next())
        : formBody(ctx, next),
    );
    app.use((ctx) => void (ctx.body = readForm(ctx, ctx.path === '/strict' ? z.strictObject(schema.shape) : schema, words)));
    server = app.listen(0, '127.0.0.1', done);
  });
  after(() => server.close());

  const send = async (fields: [string, string][], path = '/') =>
    (await supertest(server).post(path).type('form').send(new URLSearchParams(fields).toString())).body;
  const without = (...names: string[]): [string, string][] => GOOD.filter(([name]) => !names.includes(name));
  const errorsOf = async (fields: [string, string][], path?: string) => (await send(fields, path)).errors;

  it('gives the values as the schema makes them, and what was typed as it came', async () => {
    const { value, errors, typed } = await send([...GOOD, ['terms.3.tag', 'service_20190311'], ['terms.12.tag', 'privacy']]);
    assert.deepEqual(value, {
      name: '데일리룩',
      url: 'https://a.example/terms',
      kind: 'required',
      items: ['phone'],
      terms: [{ tag: 'service_20190311' }, { tag: 'privacy' }],
    });
    assert.equal(errors, null);
    assert.equal(typed.name, ' 데일리룩 ');
    assert.equal(typed['terms.12.tag'], 'privacy');
  });

  it('leaves what belongs to the form itself to the form', async () => {
    assert.equal((await send(GOOD, '/strict')).errors, null);
  });

  for (const [what, fields, errors] of [
    ['what was left out', without('name'), { name: '입력해 주세요.' }],
    ['what is blank', [...without('name'), ['name', '  ']], { name: '입력해 주세요.' }],
    ['what is too long, with the limit', [...without('name'), ['name', '가'.repeat(21)]], { name: '20자까지 입력할 수 있습니다.' }],
    ['what comes twice', [...GOOD, ['name', 'b']], { name: '형식이 맞지 않습니다. 다시 확인해 주세요.' }],
    ['what nobody chose', without('kind'), { kind: '하나를 선택해 주세요.' }],
    ['what is no choice', [...without('kind'), ['kind', 'other']], { kind: '하나를 선택해 주세요.' }],
    ['too few', without('items'), { items: '1개 이상 선택해 주세요.' }],
    ['too many', [...GOOD, ['items', 'a'], ['items', 'b']], { items: '2개까지 선택할 수 있습니다.' }],
    ['a field in words of its own', [...without('url'), ['url', 'ftp://x']], { url: '이메일 주소 형식으로 입력해 주세요.' }],
    ['a fault of each row in words of its own', [...GOOD, ['terms.4.tag', 'x']], { 'terms.4.tag': '작성 중' }],
    ['another fault of it in the usual ones', [...GOOD, ['terms.4.tag', '']], { 'terms.4.tag': '입력해 주세요.' }],
    ['what a refinement says', [...GOOD, ['terms.0.tag', 'age']], { 'terms.0.tag': '권한 없음' }],
  ] as [string, [string, string][], Record<string, string>][]) {
    it(`says of its field: ${what}`, async () => assert.deepEqual(await errorsOf(fields), errors));
  }

  it('says everything at once, each field once', async () => {
    assert.deepEqual(Object.keys(await errorsOf([['terms.0.other', 'x']])).sort(), ['items', 'kind', 'name', 'terms.0.tag', 'url']);
  });

  it('reads a form with files alike', async () => {
    const { typed, errors } = await send([], '/files');
    assert.deepEqual(typed, { 'terms.1.tag': 'a1', items: ['x', 'y'], name: 'a\nb' });
    assert.deepEqual(Object.keys(errors).sort(), ['kind', 'url']);
  });

  it('says it in English', async () => {
    assert.equal((await errorsOf(without('name'), '/?lang=en')).name, 'Please fill this in.');
  });

  it('counts a line end once, as the browser does', async () => {
    const { value } = await send([...without('name'), ['name', `${'가'.repeat(9)}\r\n${'나'.repeat(10)}`]]);
    assert.equal(value.name.length, 20);
  });
});
