import assert from 'node:assert/strict';
import type { QueryConfig, QueryResult } from 'pg';
import { gather } from '../../src/store/postgres/gather.ts';

describe('store · postgres · questions that go together', () => {
  let sent: string[];
  let away: boolean;
  beforeEach(() => void ([sent, away] = [[], false]));

  const answer = async ({ text, values }: QueryConfig): Promise<QueryResult> => {
    sent.push(`${text} ${values?.join() ?? ''}`);
    if (away) throw new Error('away');
    return { rows: [sent.length] } as unknown as QueryResult;
  };
  const asking = () => {
    const ask = gather(answer);
    return async (id: string) => (await ask({ text: 'get', values: [id] })).rows[0] as unknown;
  };

  it('go a moment later, in their order, whoever asks', async () => {
    const ask = asking();
    const both = [ask('a'), ask('b')];
    assert.deepEqual(sent, []);
    assert.deepEqual(await Promise.all(both), [1, 2]);
    assert.deepEqual(sent, ['get a', 'get b']);
  });

  it('go once where several ask the same, and again for who asks after that', async () => {
    const ask = asking();
    assert.deepEqual(await Promise.all([ask('a'), ask('b'), ask('a')]), [1, 2, 1]);
    assert.equal(await ask('a'), 3);
    assert.deepEqual(sent, ['get a', 'get b', 'get a']);
  });

  it('fail for each who has asked, and for nobody who asks later', async () => {
    const ask = asking();
    away = true;
    const states = await Promise.allSettled([ask('a'), ask('a')]);
    assert.deepEqual([states.map(({ status }) => status), sent], [['rejected', 'rejected'], ['get a']]);
    away = false;
    assert.equal(await ask('a'), 2);
  });
});
