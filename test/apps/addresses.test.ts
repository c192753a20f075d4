/** 호출 허용 IP 주소: addresses and blocks as the console takes them. */
import assert from 'node:assert/strict';
import { isAmong } from '../../src/apps/addresses.ts';

const rows: [address: string, allowed: string[], among: boolean][] = [
  ['192.0.2.7', ['192.0.2.7'], true],
  ['192.0.2.8', ['192.0.2.7'], false],
  ['192.0.2.8', ['192.0.2.7', '192.0.2.8'], true],
  ['192.0.2.200', ['192.0.2.0/24'], true],
  ['192.0.3.1', ['192.0.2.0/24'], false],
  ['192.0.2.200', ['192.0.2.0/255.255.255.0'], true],
  ['192.0.3.1', ['192.0.2.0/255.255.255.0'], false],
  ['203.0.113.9', ['0.0.0.0/0'], true],
  ['203.0.113.9', ['203.0.113.0/0.0.0.0'], true],
  ['2001:db8::1', ['2001:db8::1'], true],
  ['2001:db8:0:0::1', ['2001:db8::/64'], true],
  ['2001:db8:1::1', ['2001:db8::/64'], false],
  ['::1', ['127.0.0.1'], false],
  ['192.0.2.7', ['2001:db8::/0'], false],
  ['192.0.2.7', ['192.0.2.0/33'], false],
  ['192.0.2.7', ['192.0.2.0/255.0.255.0'], false],
  ['192.0.2.7', ['192.0.2.0/'], false],
  ['192.0.2.7', ['192.0.2.0/24/24'], false],
  ['192.0.2.7', ['192.0.2', 'shop.example.test', ''], false],
  ['2001:db8::1', ['2001:db8::/129'], false],
  ['nonsense', ['0.0.0.0/0'], false],
];

describe('apps · registered addresses', () => {
  for (const [address, allowed, among] of rows) {
    it(`${allowed.join(' and ')} ${among ? 'hold' : 'do not hold'} ${address}`, () => assert.equal(isAmong(address, allowed), among));
  }
});
