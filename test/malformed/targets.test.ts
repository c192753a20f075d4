/** Targets of requests that are no address of ours, or of nobody. */
import { describeHouse } from '../helpers/house.ts';
import { assertClean, assertUnharmed } from './decent.ts';
import { head, raw } from './raw.ts';

/** What is behind them is the empty answer of a server, or a page that says so. */
const targets: Readonly<Record<string, readonly string[]>> = {
  'no address': [
    '//',
    '//[',
    '///',
    '//@/',
    '//:',
    '/\\',
    '/\\\\',
    '\\',
    '*',
    '?',
    '#',
    '/%',
    '/%00',
    '/%ff',
    '/%C3%28',
    '/%2e%2e/%2e%2e/',
  ],
  'addresses of elsewhere': [
    'http://[',
    'https://[::1',
    'http://x:99999/',
    'http://',
    'http:///v2/user/me',
    'http://x:99999/oauth/authorize',
  ],
  'nearly a path': [
    '//oauth/authorize',
    '//v2/user/me',
    '/oauth//authorize',
    '/v2//user/me',
    '/v2/user/me/',
    '/V2/USER/ME',
    '/v2/user/me%00',
  ],
  'an interaction that is none': [
    '/oauth/login/%ff',
    '/oauth/login/%',
    '/oauth/login/%00',
    '/oauth/login/__proto__',
    '/oauth/consent/..%2f..',
    '/oauth/authorize/%ff',
  ],
  'assets that are none': [
    '/assets/%00',
    '/assets/%ff',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets//etc/passwd',
  ],
  'other pages': [
    '/_sim/why/%ff',
    '/_sim/why/__proto__',
    '/_sim/deliveries/%00',
    '/?lang=%ff',
    '/?lang=__proto__',
    '/.well-known/%ff',
    '/v1',
    '/v2/%',
  ],
  'what a request line cannot hold': [
    '/\xff',
    '/v2/user/me?a=\xff',
    '/v2/user/me?a=\x00',
    '/oauth/authorize?\xff=\x00',
    'v2/user/me',
    '',
    ' /v2/user/me',
  ],
};

describeHouse('malformed · targets', (world) => {
  for (const [kind, some] of Object.entries(targets)) {
    for (const target of some) {
      it(`${kind}: ${JSON.stringify(target)}`, async () => {
        for (const method of ['GET', 'POST', 'HEAD', 'OPTIONS'])
          assertClean(await raw(world.url, head(`${method} ${target} HTTP/1.1`, 'Content-Length: 0')), `${method} ${target}`);
        await assertUnharmed(world);
      });
    }
  }
});
