/**
 * One call of the control API as it is described: what comes in, what comes out, what it does. From the one description it is
 * served, checked (what comes in and what goes out) and documented.
 */
import { z } from 'zod';
import type { House } from '../house.ts';
import { read } from '../kit/read.ts';
import { fit } from './fit.ts';

export interface Words {
  ko: string;
  en: string;
}

/** What a request brought, before anybody has looked at it. */
export interface Brought {
  params: unknown;
  query: unknown;
  body: unknown;
  /** Ends when the caller goes away. */
  gone: AbortSignal;
}

/** An event of a stream; a caller that was cut off comes back with the id of its last one. */
export interface Sent {
  id: string;
  event: string;
  data: unknown;
}

export type Answer = { status: number; body: unknown } | { status: number; events: AsyncIterable<Sent> };

export interface Call {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/_sim/api`, as OpenAPI writes it: `/deliveries/{id}`. */
  path: string;
  summary: Words;
  params: z.ZodObject;
  query: z.ZodObject;
  /** Null for a call that takes no body. */
  body: z.ZodObject | null;
  /** What it answers, or of a stream: the data of each event. */
  answer: z.ZodType;
  isStream: boolean;
  /** Of a success: 200 unless told otherwise. */
  status: number;
  /** Throws InputRefused, what the rooms throw, and AnswerUnfit. */
  run(house: House, brought: Brought): Promise<Answer>;
}

/** The calls about one noun. */
export interface Subject {
  name: string;
  title: Words;
  says: Words;
  calls: readonly Call[];
}

type Nothing = z.ZodObject<Record<string, never>>;
type Given<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodObject> = {
  params: z.output<P>;
  query: z.output<Q>;
  body: z.output<B>;
  gone: AbortSignal;
};

interface Described<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodObject> extends Pick<Call, 'method' | 'path' | 'summary'> {
  params?: P;
  query?: Q;
  body?: B;
  status?: number;
}

const NOTHING: Nothing = z.strictObject({});

/** A call that answers with JSON. */
export function call<
  A extends z.ZodType,
  P extends z.ZodObject = Nothing,
  Q extends z.ZodObject = Nothing,
  B extends z.ZodObject = Nothing,
>(described: Described<P, Q, B> & { answer: A; do: (house: House, given: Given<P, Q, B>) => Promise<z.input<A>> }): Call {
  const { answer, status = 200 } = described;
  return {
    ...common(described),
    answer,
    status,
    isStream: false,
    run: async (house, brought) => ({ status, body: fit(answer, await described.do(house, given(described, brought))) }),
  };
}

/** A call that answers with server-sent events until its caller goes away. */
export function stream<
  A extends z.ZodType,
  P extends z.ZodObject = Nothing,
  Q extends z.ZodObject = Nothing,
  B extends z.ZodObject = Nothing,
>(described: Described<P, Q, B> & { answer: A; do: (house: House, given: Given<P, Q, B>) => Promise<AsyncIterable<Sent>> }): Call {
  const { answer, status = 200 } = described;
  async function* fitting(events: AsyncIterable<Sent>): AsyncIterable<Sent> {
    for await (const sent of events) yield { ...sent, data: fit(answer, sent.data) };
  }
  return {
    ...common(described),
    answer,
    status,
    isStream: true,
    run: async (house, brought) => ({ status, events: fitting(await described.do(house, given(described, brought))) }),
  };
}

function common<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodObject>(described: Described<P, Q, B>) {
  const { method, path, summary, params = NOTHING, query = NOTHING, body = null } = described;
  return { method, path, summary, params, query, body };
}

function given<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodObject>(
  { params, query, body }: Described<P, Q, B>,
  brought: Brought,
): Given<P, Q, B> {
  return {
    params: read(params ?? NOTHING, brought.params) as z.output<P>,
    query: read(query ?? NOTHING, brought.query) as z.output<Q>,
    body: read(body ?? NOTHING, brought.body) as z.output<B>,
    gone: brought.gone,
  };
}
