/** Whether a page answers, and which pages are not asked at all. */
import assert from 'node:assert/strict';
import { inReach, lookupWithin } from '../../src/inspections/reach.ts';
import { visit } from '../../src/inspections/visit.ts';
import { answers, openReceiver, type Receiver } from '../helpers/receiver.ts';

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
  const rows = {
    public: ['203.0.113.9', '8.8.8.8', '2001:4860:4860::8888'],
    loopback: ['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1'],
    private: ['10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', 'fd00::1', 'fe80::1', '::ffff:10.0.0.1'],
    never: ['0.0.0.0', '224.0.0.1', '255.255.255.255', '::', 'ff02::1'],
  };
  for (const [reach, allowed] of Object.entries({
    public: ['public'],
    loopback: ['public', 'loopback'],
    private: ['public', 'loopback', 'private'],
  } as const)) {
    it(`${reach} is ${allowed.join(', ')}`, () => {
      for (const [kind, addresses] of Object.entries(rows)) {
        for (const address of addresses) {
          assert.equal(inReach(address, reach as 'public'), (allowed as readonly string[]).includes(kind), address);
        }
      }
    });
  }

  it('is of every address of a name', async () => {
    const look = (reach: 'public' | 'loopback') =>
      new Promise((resolve) => lookupWithin(reach)('localhost', { all: true }, (error, found) => resolve(error ?? found)));
    assert.match(String(await look('public')), /localhost is out of reach/);
    assert.ok(((await look('loopback')) as { address: string }[]).every(({ address }) => inReach(address, 'loopback')));
  });
});
