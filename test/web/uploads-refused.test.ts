/** Multipart forms that are not taken: a clear refusal by field, and nothing kept of them. */
import assert from 'node:assert/strict';
import { file, formOf, useFormServer } from './form-server.ts';

describe('web · a multipart form is refused', () => {
  const form = useFormServer();

  const whole = ['paper', file(5), 'kept.png'] as [string, Blob, string];
  const refusals: [what: string, body: () => FormData | string, says: string, type?: string][] = [
    ['a file of one byte too many', () => formOf(whole, ['more', file(1001)]), 'too_large more'],
    ['a field that is too long', () => formOf(whole, ['title', 'x'.repeat(101)]), 'too_large title'],
    ['too many fields', () => formOf(whole, ...Array.from({ length: 6 }, (_, i) => [`f${i}`, 'x'] as [string, string])), 'too_many form'],
    ['two files where one is asked for', () => formOf(whole, ['paper', file(1), 'second.png']), 'too_many paper'],
    ['a file in a field that is none', () => formOf(whole, ['title', file(1)]), 'too_many title'],
    ['text where a file is asked for', () => formOf(['paper', 'x']), 'not_a_file paper'],
    ['another kind of form', () => 'a=b', 'no_form form', 'application/x-www-form-urlencoded'],
    ['JSON', () => '{}', 'no_form form', 'application/json'],
    ['no boundary', () => 'x', 'malformed form', 'multipart/form-data; charset=utf-8'],
    ['a body without parts', () => 'hello', 'malformed form', 'multipart/form-data; boundary=b'],
    ['an empty body', () => '', 'malformed form', 'multipart/form-data; boundary=b'],
    [
      'a field without a name',
      () => '--b\r\ncontent-disposition: form-data\r\n\r\nx\r\n--b--\r\n',
      'unnamed form',
      'multipart/form-data; boundary=b',
    ],
    [
      'a file without a name of its field',
      () => '--b\r\ncontent-disposition: form-data; filename="a"\r\n\r\nx\r\n--b--\r\n',
      'unnamed form',
      'multipart/form-data; boundary=b',
    ],
    [
      'a body that ends inside a file',
      () => '--b\r\ncontent-disposition: form-data; name="paper"; filename="a"\r\n\r\nxxxx',
      'malformed form',
      'multipart/form-data; boundary=b',
    ],
  ];
  for (const [what, body, says, type] of refusals) {
    it(`refuses ${what}, by its field`, async () => {
      assert.deepEqual(await form.send(body(), type), [400, says]);
      assert.equal(form.received, undefined);
      assert.deepEqual(form.discarded, form.kept);
    });
  }

  it('refuses a form that ends anywhere before its end', async () => {
    const part = (head: string, body: string) => `--b\r\ncontent-disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
    const body = `${part('name="title"', '약관')}${part('name="paper"; filename="a.png"', 'xyz')}${part('name="tag"', 'a')}--b--`;
    const type = 'multipart/form-data; boundary=b';
    for (let end = 0; end < body.length; end += 1) {
      const [status, says] = await form.send(body.slice(0, end), type);
      assert.equal(status, 400, `cut at ${end}: ${says}`);
      assert.deepEqual(form.discarded.splice(0), form.kept.splice(0));
    }
    assert.equal((await form.send(body, type))[0], 200);
  });

  it('refuses more than all limits together, whatever it is', async () => {
    const preamble = 'x'.repeat(200_000);
    assert.deepEqual(await form.send(`${preamble}\r\n--b--\r\n`, 'multipart/form-data; boundary=b'), [400, 'too_large form']);
  });
});
