/** The provider reads token requests from the socket itself; what the dialect made of one is handed to it as a request anew. */
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { Context } from 'koa';

/** Puts a form with these fields in the place of the request that came. Client headers (Authorization, Origin, Accept) stay behind. */
export function replay(ctx: Context, form: URLSearchParams): void {
  const body = Buffer.from(form.toString());
  const { host } = ctx.headers;
  const request = Object.assign(Readable.from([body], { objectMode: false }), {
    method: 'POST',
    url: ctx.path,
    headers: {
      ...(host === undefined ? {} : { host }),
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(body.length),
    },
    httpVersion: ctx.req.httpVersion,
    socket: ctx.req.socket,
  }) as unknown as IncomingMessage;
  ctx.req = ctx.request.req = ctx.response.req = request;
}
