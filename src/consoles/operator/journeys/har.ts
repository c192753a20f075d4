/** A journey as HTTP Archive 1.2, as the network panel of a browser reads it. Source: http://www.softwareishard.com/blog/har-12-spec/ */
import { STATUS_CODES } from 'node:http';
import type { JourneyStep } from '../../../journeys/index.ts';
import { version } from '../../../version.ts';
import { parametersOf } from './bytes.ts';
import { type Mask, maskedHeader } from './mask.ts';

interface Named {
  name: string;
  value: string;
}

/** @param ownUrl base URL of the simulator. @param titles what each step was, in words */
export function harOf(steps: readonly JourneyStep[], ownUrl: string, mask: Mask, titles: readonly string[]) {
  return {
    log: {
      version: '1.2',
      creator: { name: 'kakao-sync-simulator', version },
      entries: steps.map((step, at) => ({
        startedDateTime: new Date(step.at).toISOString(),
        time: step.durationMs,
        request: requestOf(step, ownUrl, mask),
        response: responseOf(step, mask),
        cache: {},
        timings: { send: 0, wait: step.durationMs, receive: 0 },
        comment: titles[at] ?? '',
      })),
    },
  };
}

function requestOf(step: JourneyStep, ownUrl: string, mask: Mask) {
  const { method, url, requestHeaders, requestBody } = step;
  const parameters = (part: Partial<JourneyStep>) => parametersOf({ ...step, url: '', requestBody: '', ...part }, mask);
  const type = requestHeaders['content-type'];
  return {
    method,
    // A mask is no character of a URL.
    url: new URL(mask(url), ownUrl).href,
    httpVersion: 'HTTP/1.1',
    cookies: cookiesOf(requestHeaders.cookie, /;\s*/, mask, 'cookie'),
    headers: headersOf(requestHeaders, mask),
    queryString: parameters({ url }),
    headersSize: -1,
    bodySize: Buffer.byteLength(requestBody),
    ...(requestBody && { postData: { mimeType: type ?? '', params: parameters({ requestBody }), text: mask(requestBody) } }),
  };
}

function responseOf({ status, responseHeaders, responseBody }: JourneyStep, mask: Mask) {
  const length = Number(responseHeaders['content-length']);
  const size = Number.isInteger(length) ? length : Buffer.byteLength(responseBody);
  return {
    status,
    statusText: STATUS_CODES[status] ?? '',
    httpVersion: 'HTTP/1.1',
    // A comma of a date is followed by a day and not by a name.
    cookies: cookiesOf(responseHeaders['set-cookie'], /,\s*(?=[^;,\s=]+=)/, mask, 'set-cookie'),
    headers: headersOf(responseHeaders, mask),
    content: { size, mimeType: responseHeaders['content-type'] ?? '', ...(responseBody && { text: mask(responseBody) }) },
    redirectURL: mask(responseHeaders.location ?? ''),
    headersSize: -1,
    bodySize: size,
  };
}

function headersOf(headers: Readonly<Record<string, string>>, mask: Mask): Named[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value: maskedHeader(mask, name, value) }));
}

function cookiesOf(jar: string | undefined, between: RegExp, mask: Mask, header: string): Named[] {
  return maskedHeader(mask, header, jar ?? '')
    .split(between)
    .flatMap((cookie) => {
      const [, name, value] = /^([^=;]+)=([^;]*)/.exec(cookie) ?? [];
      return name === undefined || value === undefined ? [] : [{ name, value }];
    });
}
