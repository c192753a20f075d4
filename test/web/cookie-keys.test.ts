import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { cookieKeys } from '../../src/web/cookie-keys.ts';

describe('the signatures of cookies', () => {
  const keys = cookieKeys(['new', 'old']);

  it('are those that Keygrip makes: cookies of an older version stay good', () => {
    const keygrip = createHmac('sha1', 'new')
      .update('name=value')
      .digest('base64')
      .replaceAll('/', '_')
      .replaceAll('+', '-')
      .replace(/=+$/, '');
    assert.equal(keys.sign('name=value'), keygrip);
  });

  it('are made by the first key, and good by each of them', () => {
    assert.equal(keys.index('a=1', cookieKeys(['new']).sign('a=1')), 0);
    assert.equal(keys.index('a=1', cookieKeys(['old']).sign('a=1')), 1);
  });

  it('are good for nothing else', () => {
    const signature = keys.sign('a=1');
    for (const wrong of ['', signature.slice(1), `${signature}=`, signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))]) {
      assert.equal(keys.verify('a=1', wrong), false, wrong);
    }
    assert.equal(keys.verify('a=2', signature), false);
    assert.equal(cookieKeys(['other']).verify('a=1', signature), false);
  });
});
