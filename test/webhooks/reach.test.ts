/** F25 · where callbacks never go, in every form that an address may come in: asked at save, and again of what is connected to. Source: security 3.3. */
import assert from 'node:assert/strict';
import { refused } from '../helpers/rooms.ts';
import { useNamedPost } from './named-post.ts';

describe('webhooks · F25 · where callbacks may go', () => {
  const used = useNamedPost();

  const never =
    '169.254.169.254 169.254.1.1 2852039166 0xa9fea9fe 0251.0376.0251.0376 169.16689662 １６９.２５４.１６９.２５４ 169。254。169。254 ' +
    '[::ffff:a9fe:a9fe] [::ffff:169.254.169.254] [64:ff9b::a9fe:a9fe] [::a9fe:a9fe] [fe80::1] [fd00:ec2::254] 169.254.169.254. ' +
    '100.100.100.200 0 0.0.0.0 [::] 224.0.0.1 [ff02::1] 255.255.255.255 metadata.shop.example six.shop.example mapped.shop.example';
  for (const host of never.split(' ')) {
    it(`never to ${host}: at save, and of what was there before`, async () => {
      await refused('callback_address_refused', used.save(host), { field: 'url' });
      assert.equal(await used.post.webhooks.endpoint('1', 'channel'), undefined);
      assert.equal(await used.sent(host), 'address_refused');
      assert.deepEqual(used.post.receiver.received, []);
    });
  }

  const loopback = '127.0.0.1 127.1 2130706433 0x7f000001 017700000001 [::ffff:7f00:1] １２７.０.０.１ localhost. here.shop.example';
  for (const host of loopback.split(' ')) {
    it(`to ${host} where anything is allowed, and not where a list says otherwise`, async () => {
      await used.save(host);
      assert.equal(await used.sent(host), 'delivered');
      await used.open('10.0.0.0/8,other.example');
      await refused('callback_host_not_listed', used.save(host), { field: 'url' });
      assert.equal(await used.sent(host), 'host_not_listed');
      assert.deepEqual(used.post.receiver.received, []);
      await used.open('127.0.0.0/8');
      await used.save(host);
      assert.equal(await used.sent(host), 'delivered');
    });
  }
});
