/** The list of hosts that callbacks may go to, as the setting --webhook-hosts says it. */
import assert from 'node:assert/strict';
import { hostsOf, webhookReach } from '../../src/outward/hosts.ts';
import { kindOf } from '../../src/outward/ranges.ts';

const allows = (list: string, host: string, address = '203.0.113.9'): boolean => {
  const reach = hostsOf(list)!;
  return reach.host(host) || reach.address(address, kindOf(address));
};

describe('outward · a list of hosts', () => {
  const rows: [list: string, host: string, address: string | undefined, isAllowed: boolean][] = [
    ['any', 'shop.example', undefined, true],
    ['none', 'shop.example', undefined, false],
    ['none', '127.0.0.1', '127.0.0.1', false],
    ['shop.example', 'shop.example', undefined, true],
    ['SHOP.example.', 'shop.example', undefined, true],
    ['shop.example', 'shop.example.', undefined, true],
    ['shop.example', 'hooks.shop.example', undefined, false],
    ['shop.example', 'notshop.example', undefined, false],
    ['*.shop.example', 'hooks.shop.example', undefined, true],
    ['*.shop.example', 'a.b.shop.example', undefined, true],
    ['*.shop.example', 'shop.example', undefined, false],
    ['*.shop.example', 'notshop.example', undefined, false],
    ['가게.example', new URL('http://가게.example').hostname, undefined, true],
    ['a.example, shop.example', 'shop.example', undefined, true],
    ['10.1.0.0/16', '10.1.2.3', '10.1.2.3', true],
    ['10.1.0.0/16', 'shop.example', '10.1.2.3', true],
    ['10.1.0.0/16', '10.2.0.1', '10.2.0.1', false],
    ['10.1.0.0/16', '::ffff:a01:203', '::ffff:a01:203', true],
    ['10.1.2.3', '10.1.2.3', '10.1.2.3', true],
    ['127.0.0.0/8', 'localhost', '127.0.0.1', true],
    ['[fd12::1]', 'fd12::1', 'fd12::1', true],
    ['fd12::/16', 'fd12::7', 'fd12::7', true],
    ['fd12::/16', 'fd13::7', 'fd13::7', false],
  ];
  for (const [list, host, address, isAllowed] of rows)
    it(`"${list}" ${isAllowed ? 'has' : 'has not'} ${host}${address && address !== host ? ` at ${address}` : ''}`, () =>
      assert.equal(allows(list, host, address), isAllowed));

  it('is what the mode has it where it says auto', () => {
    assert.deepEqual(
      [false, true].map((isShared) => webhookReach('auto', isShared).host('shop.example')),
      [true, false],
    );
    assert.ok(webhookReach('shop.example', true).host('shop.example'));
  });

  for (const list of [
    '',
    ',',
    'a b',
    'http://shop.example',
    'shop.example:80',
    'shop.example/hook',
    '10.1.0.0/33',
    '10.1.0.0/8/8',
    '*',
    'a.*.b',
    'me@b',
    '2130706433',
    'any,shop.example',
  ])
    it(`is not ${JSON.stringify(list)}`, () => assert.equal(hostsOf(list), null));
});
