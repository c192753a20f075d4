/** Both sides of a step as text, and what its parameters say. */
import { STATUS_CODES } from 'node:http';
import { prettyJson } from '../../../json.ts';
import type { JourneyStep } from '../../../journeys/index.ts';
import { type Mask, maskedHeader } from './mask.ts';

export interface Parameter {
  name: string;
  value: string;
}

export function requestText({ method, url, requestHeaders, requestBody }: JourneyStep, mask: Mask): string {
  return whole(`${method} ${mask(url)} HTTP/1.1`, requestHeaders, mask(requestBody), mask);
}

export function responseText({ status, responseHeaders, responseBody }: JourneyStep, mask: Mask): string {
  return whole(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`.trim(), responseHeaders, prettyJson(mask(responseBody)), mask);
}

/** Of the query, and of the form that was sent; decoded. */
export function parametersOf({ url, requestBody, requestHeaders }: JourneyStep, mask: Mask): Parameter[] {
  const isForm = /x-www-form-urlencoded/i.test(requestHeaders['content-type'] ?? '');
  const texts = [url.split('?')[1] ?? '', isForm ? requestBody : ''];
  return texts.flatMap((text) => [...new URLSearchParams(mask(text))].map(([name, value]) => ({ name, value })));
}

function whole(line: string, headers: Readonly<Record<string, string>>, body: string, mask: Mask): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${maskedHeader(mask, name, value)}`);
  return [line, ...lines, ...(body ? ['', body] : [])].join('\n');
}
