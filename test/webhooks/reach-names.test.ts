/** F25 · where callbacks never go, by way of a name. Source: security 3.3. */
import assert from 'node:assert/strict';
import { refused } from '../helpers/rooms.ts';
import { useNamedPost } from './named-post.ts';

describe('webhooks · F25 · what a name leads to', () => {
  const used = useNamedPost();

  it('a listed name may lead anywhere but to what is refused always', async () => {
    await used.open('*.shop.example');
    await used.save('here.shop.example');
    assert.equal(await used.sent('here.shop.example'), 'delivered');
    await refused('callback_address_refused', used.save('metadata.shop.example'), { address: '169.254.169.254' });
    assert.equal(await used.sent('metadata.shop.example'), 'address_refused');
  });

  it('a name that leads to a private network is not listed by being a name', async () => {
    await used.open('shop.example');
    await refused('callback_host_not_listed', used.save('private.shop.example'), { host: 'private.shop.example', address: '10.9.9.9' });
    await refused('callback_host_not_listed', used.save('nobody.example'));
  });

  it('a name that leads elsewhere once it was saved is refused when it is connected to', async () => {
    used.names['turns.shop.example'] = ['203.0.113.9', '169.254.169.254'];
    await used.save('turns.shop.example');
    assert.equal(await used.sent('turns.shop.example'), 'address_refused');
    await used.open('127.0.0.0/8');
    used.names['turns.shop.example'] = ['127.0.0.1', '10.9.9.9'];
    await used.save('turns.shop.example');
    assert.equal(await used.sent('turns.shop.example'), 'host_not_listed');
    assert.deepEqual(used.post.receiver.received, []);
  });

  it('what is connected to is the very address that was looked at: the name is looked up once', async () => {
    used.names['once.shop.example'] = ['127.0.0.1', '169.254.169.254'];
    assert.equal(await used.sent('once.shop.example'), 'delivered');
    assert.deepEqual(used.names['once.shop.example'], ['169.254.169.254']);
  });

  it('a connection that is kept carries nothing more once its name leads elsewhere', async () => {
    for (const [address, verdict] of [
      ['127.0.0.1', 'delivered'],
      ['127.0.0.9', 'connection_refused'],
      ['127.0.0.1', 'delivered'],
      ['169.254.169.254', 'address_refused'],
    ] as const) {
      used.names['moves.shop.example'] = [address];
      assert.equal(await used.sent('moves.shop.example'), verdict);
    }
    assert.equal(used.post.receiver.received.length, 2);
  });

  it('a name that nobody knows yet is saved where names are not listed', async () => {
    await used.save('later.shop.example');
    assert.equal(await used.sent('later.shop.example'), 'dns_lookup_failed');
  });

  it("to the simulator's own inbox whatever the list says, and not by a way around to its other pages", async () => {
    await used.open('none', 'http://127.0.0.1:1/_sim/inbox');
    await used.post.webhooks.setAddress('1', 'channel', 'http://127.0.0.1:1/_sim/inbox/1/channel');
    for (const other of ['_sim/inbox/../api/reset', '_sim/inbox/%2e%2e/api/reset', '_sim/inboxes', 'oauth/token'])
      await refused('callback_host_not_listed', used.post.webhooks.setAddress('1', 'channel', `http://127.0.0.1:1/${other}`));
  });

  it('counts as failed: the next tries follow the policy, and the endpoint says that it fails', async () => {
    const { delivery, attempts } = await used.post.outcome(await used.post.drop({ to: used.at('169.254.169.254') }));
    assert.deepEqual([delivery.state, attempts.map(({ status }) => status)], ['parked', [null]]);
    assert.equal((await used.post.webhooks.endpoint('1', 'channel'))?.failures, 1);
    const retried = await used.post.drop({ to: used.at('169.254.169.254'), endpoint: { policy: 'retry' } });
    assert.equal((await used.post.outcome(retried)).delivery.state, 'pending');
  });
});
