/** Requirement 1 with a data folder; other tests have it in memory and with PostgreSQL. */
import assert from 'node:assert/strict';
import { createSimulator, type Simulator } from '../../src/index.ts';
import { redeemOnce, rotateOnce } from '../helpers/once.ts';
import { useFolder } from '../helpers/store.ts';

describe('oauth · with a data folder', () => {
  const folder = useFolder();
  let kakao: Simulator;
  beforeEach(async () => {
    kakao = await createSimulator({ memory: false, data: folder() });
    assert.equal(kakao.data, folder());
  });
  afterEach(() => kakao.close());

  it('1 · a code is redeemed once, of twenty at a time', () => redeemOnce(kakao));
  it('1 · a rotating refresh token is renewed once, of twenty at a time', () => rotateOnce(kakao));
});
