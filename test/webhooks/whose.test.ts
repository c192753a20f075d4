import assert from 'node:assert/strict';
import { createWhose, type Scope } from '../../src/webhooks/whose.ts';

describe('webhooks · of several instances', () => {
  const { add, ours } = createWhose();
  add('own');
  const ids = (scope: Scope, ...ready: string[]): string[] =>
    ours(
      ready.map((id) => ({ id, endpointId: '1:channel', lane: id })),
      scope,
    ).map(({ id }) => id);

  it('each sends what it has written, at once', () => {
    assert.deepEqual(ids('own', 'other', 'own'), ['own']);
  });

  it('each sends what another has left behind, and not what that is about to send', () => {
    assert.deepEqual(ids('left', 'slow', 'own', 'quick'), ['own']);
    assert.deepEqual(ids('own', 'slow', 'new'), []);
    assert.deepEqual(ids('left', 'slow', 'new'), ['slow']);
    assert.deepEqual(ids('left', 'slow', 'new'), ['slow', 'new']);
  });

  it('each sends all that is ready when it starts, and when somebody waits for that', () => {
    assert.deepEqual(ids('anybody', 'other', 'own', 'third'), ['other', 'own', 'third']);
  });
});
