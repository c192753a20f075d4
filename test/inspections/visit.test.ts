/** Whether a page answers, and which pages are not asked at all. */
import assert from 'node:assert/strict';
import { addressesWithin, type Distance, OutOfReach, upTo } from '../../src/outward/reach.ts';
import { visit as visitWithin } from '../../src/inspections/visit.ts';
import { answers, openReceiver, type Receiver } from '../helpers/receiver.ts';

const visit = (url: string, distance: Distance, ...rest: [] | [number]) => visitWithin(url, upTo(distance), ...rest);

describe('inspections · a page that should answer', () => {
  let page: Receiver;
  beforeEach(async () => {
    page = await openReceiver();
  });
  afterEach(() => page.close());

  it('answers with any 2xx to a GET', async () => {
    page.answer(answers.status(204));
    assert.deepEqual(await visit(page.url, 'loopback'), { verdict: 'answered', status: 204, at: page.url });
    assert.equal(page.received[0]?.method, 'GET');
  });

  it('does not with another status', async () => {
    for (const status of [404, 500, 304]) {
      page.answer(answers.status(status));
      assert.deepEqual(await visit(page.url, 'loopback'), { verdict: 'status', status, at: page.url });
    }
  });

  it('may redirect three times, and no more', async () => {
    const there = answers.redirect('/there');
    page.answer(there, there, there, answers.status(200));
    const at = new URL('/there', page.url).href;
    assert.deepEqual(await visit(page.url, 'loopback'), { verdict: 'answered', status: 200, at });
    page.answer(there);
    assert.deepEqual(await visit(page.url, 'loopback'), { verdict: 'too_many_redirects', status: null, at });
    assert.equal(page.received.length, 8);
  });

  it('has a total deadline, redirects and all', async () => {
    page.answer(answers.hang());
    assert.equal((await visit(page.url, 'loopback', 50)).verdict, 'timeout');
    page.answer(answers.after(40, answers.redirect('/there')));
    assert.equal((await visit(page.url, 'loopback', 100)).verdict, 'timeout');
    page.answer(answers.drip());
    assert.equal((await visit(page.url, 'loopback', 50)).verdict, 'timeout');
  });

  it('is told apart from one where nobody listens', async () => {
    assert.equal((await visit('http://127.0.0.1:1/', 'loopback')).verdict, 'connection_refused');
  });

  it('is not asked where it is out of reach: not directly, not by a name, not by a redirect', async () => {
    assert.equal((await visit(page.url, 'public')).verdict, 'out_of_reach');
    assert.equal((await visit(page.url.replace('127.0.0.1', 'localhost'), 'public')).verdict, 'out_of_reach');
    for (const dressed of ['127.1', '2130706433', '0x7f.1']) {
      assert.equal((await visit(page.url.replace('127.0.0.1', dressed), 'public')).verdict, 'out_of_reach', dressed);
    }
    assert.deepEqual(page.received, []);
    page.answer(answers.redirect('http://10.0.0.1/'));
    assert.deepEqual(await visit(page.url, 'loopback'), { verdict: 'out_of_reach', status: null, at: 'http://10.0.0.1/' });
  });
});

describe('inspections · the reach of a check', () => {
  it('is of every address of a name', async () => {
    const look = (distance: Distance) => addressesWithin(new URL('http://localhost/'), upTo(distance));
    await assert.rejects(look('public'), OutOfReach);
    assert.match(JSON.stringify(await look('loopback')), /"127\.0\.0\.1"|"::1"/);
  });

  for (const address of ['169.254.169.254', '[fd00:ec2::254]', '0.0.0.0', '[::ffff:a9fe:a9fe]'])
    it(`never has ${address} in it`, async () => assert.equal((await visit(`http://${address}/`, 'private')).verdict, 'out_of_reach'));
});
