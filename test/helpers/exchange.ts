/** Requests and their answers as somebody might have overheard them, for tests that need no simulator. */
import type { Exchange } from '../../src/journeys/index.ts';

/** The bytes of one that says as little as can be said. */
export const BYTES: Omit<Exchange, 'told'> = {
  method: 'GET',
  url: '/',
  requestHeaders: {},
  requestBody: '',
  status: 200,
  responseHeaders: {},
  responseBody: '',
  durationMs: 1,
};

export const exchange = (over: Partial<Exchange>): Exchange => ({ ...BYTES, told: {}, ...over });
