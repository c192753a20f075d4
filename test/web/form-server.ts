/** A server with one form, for the tests of uploads: it counts what it kept and what it discarded. */
import { buffer } from 'node:stream/consumers';
import Koa from 'koa';
import { type Listening, listen } from '../../src/serve.ts';
import { type FormOptions, receiveForm, type ReceivedForm, UploadRefused } from '../../src/web/uploads.ts';

export interface Kept {
  name: string;
  bytes: number;
}

/** What a test sees of the form, and the options that it may change before it sends one. */
export interface FormServer {
  url: string;
  options: FormOptions<Kept>;
  received: ReceivedForm<Kept> | undefined;
  thrown: unknown;
  /** Names of files, in order. */
  kept: string[];
  discarded: string[];
  /** Resolves when a form has been answered. */
  finished: Promise<void>;
  /** Posts the body; `type` where it is no FormData. */
  send(body: FormData | string, type?: string): Promise<[status: number, text: string]>;
}

/** A fresh server for each test of the suite that calls this. */
export function useFormServer(): FormServer {
  const seen = {} as FormServer;
  let server: Listening;

  beforeEach(async () => {
    server = await listen(0, '127.0.0.1');
    const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
    Object.assign(seen, { url: server.url, received: undefined, thrown: undefined, kept: [], discarded: [], finished });
    seen.options = {
      files: { paper: 1, more: 2 },
      keep: async ({ name, content }) => {
        const bytes = (await buffer(content)).length;
        seen.kept.push(name);
        return { name, bytes };
      },
      discard: async ({ name }) => seen.discarded.push(name),
      limits: { fileBytes: 1000, fields: 5, fieldBytes: 100, fileMs: 60_000 },
    };
    seen.send = async (body, type) => {
      const answer = await fetch(server.url, { method: 'POST', body, ...(type && { headers: { 'content-type': type } }) });
      return [answer.status, await answer.text()];
    };
    server.answer(appOf(seen, finish).callback());
  });
  afterEach(() => server.stop());
  return seen;
}

function appOf(seen: FormServer, finish: () => void): Koa {
  const app = new Koa();
  app.silent = true;
  return app.use(async (ctx) => {
    try {
      seen.received = await receiveForm(ctx, seen.options);
      ctx.body = { ...seen.received, body: ctx.request.body };
    } catch (error) {
      seen.thrown = error;
      ctx.status = error instanceof UploadRefused ? 400 : 500;
      ctx.body = error instanceof UploadRefused ? `${error.why} ${String(error.details['field'])}` : String(error);
    } finally {
      finish();
    }
  });
}

/** A file of this many bytes. */
export const file = (bytes: number): Blob => new Blob([Buffer.alloc(bytes, 'x')]);

export function formOf(...parts: [field: string, value: string | Blob, name?: string][]): FormData {
  const form = new FormData();
  for (const [field, value, name] of parts) {
    if (typeof value === 'string') form.append(field, value);
    else form.append(field, value, name ?? 'a.png');
  }
  return form;
}
