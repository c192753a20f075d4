import assert from 'node:assert/strict';
import { get, type IncomingMessage } from 'node:http';
import supertest from 'supertest';
import { ADMIN_KEY, loggedIn, openStreet, type Street, USER } from './street.ts';

describe('the demo partner · callbacks as they come', () => {
  let street: Street;
  let browser: ReturnType<Street['browser']>;
  beforeEach(async () => {
    street = await openStreet();
    browser = street.browser();
    await loggedIn(browser);
  });
  afterEach(() => street.close());

  const arrives = (id: string, resource: string) =>
    supertest(street.url)
      .post('/callbacks/channel')
      .set({ authorization: `KakaoAK ${ADMIN_KEY}`, 'x-kakao-resource-id': resource })
      .send(JSON.stringify({ event: 'added', id, id_type: 'app_user_id' }))
      .expect(200);

  async function openStream(): Promise<IncomingMessage> {
    const cookie = (await browser.get('/welcome')).request.cookies;
    return new Promise((resolve, reject) => get(`${street.url}/callbacks/stream`, { headers: { cookie } }, resolve).on('error', reject));
  }

  it('says at once where it stands, and then each callback of this user', async () => {
    await arrives(USER, 'before');
    const stream = await openStream();
    assert.equal(stream.headers['content-type'], 'text/event-stream; charset=utf-8');
    const events = numbers(stream);
    assert.equal((await events.next()).value, '1');
    await arrives('4000000000000000000', 'of another');
    await arrives(USER, 'after');
    assert.equal((await events.next()).value, '3');
    stream.destroy();
  });

  it('ends open streams when the shop closes, and takes callbacks no more', async () => {
    const stream = await openStream();
    const ended = new Promise((resolve) => stream.resume().once('end', resolve));
    await street.close();
    await ended;
  });

  it('does not try the patience of who is not signed in', async () => {
    await street.browser().get('/callbacks/stream').expect(204);
  });

  it('survives a reader who goes away', async () => {
    const stream = await openStream();
    const gone = new Promise((resolve) => stream.once('close', resolve));
    stream.destroy();
    await gone;
    await arrives(USER, 'r1');
    await arrives(USER, 'r2');
    assert.deepEqual(street.reported, []);
  });
});

async function* numbers(stream: IncomingMessage): AsyncGenerator<string> {
  stream.setEncoding('utf8');
  for await (const chunk of stream) for (const [, number = ''] of String(chunk).matchAll(/^data: (\d+)$/gm)) yield number;
}
