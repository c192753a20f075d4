import assert from 'node:assert/strict';
import { LARGEST_LIST, readList } from '../../src/messages/index.ts';
import { RuleBroken } from '../../src/rule.ts';

const read = (content: string | Buffer) => readList(Buffer.from(content));
const numbersOf = (content: string | Buffer) => read(content).numbers;
const code = (expected: string) => (error: unknown) => error instanceof RuleBroken && error.code === expected;

describe('메시지 · a list of user numbers', () => {
  it('reads a number from each line, digit for digit, however lines end', () => {
    assert.deepEqual(numbersOf('3900000001\n4012345678901234567\r\n3900000002\r3900000003'), [
      '3900000001',
      '4012345678901234567',
      '3900000002',
      '3900000003',
    ]);
  });

  it('takes the first column of a table, quoted or not, and passes over its heading', () => {
    assert.deepEqual(read('회원번호,이름\n"3900000001",홍길동\n3900000002 ; x\n3900000003\ty\n'), {
      numbers: ['3900000001', '3900000002', '3900000003'],
      refused: [],
      repeated: 0,
    });
  });

  it('tells what is no number, and how many came again; nothing is dropped in silence', () => {
    assert.deepEqual(read('3900000001\n3.9E+09\n-1\n40123456789012345678\n3900000001\n\n홍길동'), {
      numbers: ['3900000001'],
      refused: ['3.9E+09', '-1', '40123456789012345678', '홍길동'],
      repeated: 1,
    });
  });

  it('names a first line that is neither a number nor a heading', () => {
    assert.deepEqual(read('user_1\n3900000001').refused, ['user_1']);
  });

  it('reads what Excel saves: a byte order mark, and Korean in its old encoding', () => {
    assert.deepEqual(numbersOf('\ufeff3900000001\n'), ['3900000001']);
    const heading = Buffer.from([0xc8, 0xb8, 0xbf, 0xf8]); // 회원
    assert.deepEqual(numbersOf(Buffer.concat([heading, Buffer.from('\n3900000001\n')])), ['3900000001']);
  });

  it('refuses what is no text, by its content', () => {
    for (const content of [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]), 'a\0b', '\ud800'.padEnd(4, '\x1b')])
      assert.throws(() => read(content), code('not_a_list'));
  });

  it('refuses one byte too many', () => {
    assert.equal(numbersOf('1'.padEnd(LARGEST_LIST, '\n')).length, 1);
    assert.throws(() => read('1'.padEnd(LARGEST_LIST + 1, '\n')), code('list_too_large'));
  });
});
