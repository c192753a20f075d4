/** What is counted of a running simulator, in the words of Prometheus. */
import type { Registry } from 'prom-client';
import type { House } from '../house.ts';
import { ALL } from '../store/index.ts';

export interface Counted {
  face: string;
  method: string;
  /** 0 when the client went away before it had an answer. */
  status: number;
  ms: number;
}

export type Meter = ReturnType<typeof createMeter>;

const PREFIX = 'kakao_sync_';
/** In seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** A meter of its own for each simulator of a process. What counts is loaded with the first request, so that nobody's start waits for it. */
export function createMeter(house: Pick<House, 'store' | 'clock'>) {
  let opened: ReturnType<typeof openRegistry> | undefined;
  const registry = () => (opened ??= openRegistry(house));
  return {
    count: (counted: Counted): void => void registry().then(({ count }) => count(counted)),
    /** What Prometheus reads: what this simulator counted, and of its process. */
    read: async (): Promise<{ type: string; text: string }> => (await registry()).read(),
  };
}

async function openRegistry({ store, clock }: Pick<House, 'store' | 'clock'>) {
  const { Counter, Gauge, Histogram, Registry } = await import('prom-client');
  const register = new Registry();
  const requests = new Counter({
    name: `${PREFIX}http_requests_total`,
    help: 'Requests that were answered, by face; status 0: the client went away.',
    labelNames: ['face', 'method', 'status'] as const,
    registers: [],
  });
  const durations = new Histogram({
    name: `${PREFIX}http_request_duration_seconds`,
    help: 'From the request to the end of its answer, by face. Streams last as long as somebody listens.',
    labelNames: ['face'] as const,
    buckets: BUCKETS,
    registers: [],
  });
  const pending = new Gauge({
    name: `${PREFIX}deliveries_pending`,
    help: 'Callbacks that are still to be sent.',
    registers: [],
    async collect() {
      this.set((await store.find('deliveries', 'pending', ALL)).length);
    },
  });
  const ahead = new Gauge({
    name: `${PREFIX}clock_offset_seconds`,
    help: 'How far house time is ahead of the machine.',
    registers: [],
    collect() {
      this.set(clock.offset() / 1000);
    },
  });
  for (const metric of [requests, durations, pending, ahead]) register.registerMetric(metric);

  return {
    count({ face, method, status, ms }: Counted): void {
      requests.inc({ face, method: METHODS.includes(method) ? method : 'other', status });
      durations.observe({ face }, ms / 1000);
    },
    read: async () => ({ type: register.contentType, text: await Registry.merge([register, await ofProcess()]).metrics() }),
  };
}

/** The face that a path belongs to; paths of nobody's are one, so that strangers cannot make up names. */
export function faceOf(path: string): string {
  return FACES.find(([, pattern]) => pattern.test(path))?.[0] ?? 'other';
}

const FACES: readonly (readonly [string, RegExp])[] = [
  ['kauth', /^\/(?:oauth|api|apiweb|\.well-known)(?:\/|$)/],
  ['kapi', /^\/v[12]\//],
  ['control', /^\/_sim\/api(?:\/|$)/],
  ['operator', /^\/_sim(?:\/|$)/],
  ...['assets', 'account', 'center', 'developers', 'business', 'talk'].map((name) => [name, new RegExp(`^/${name}(?:/|$)`)] as const),
];

let processMeter: Registry | undefined;

/** Memory, handles and the event loop: shared by the simulators of a process, and measured from the first time that somebody asks. */
async function ofProcess(): Promise<Registry> {
  const { collectDefaultMetrics, Registry } = await import('prom-client');
  if (!processMeter) collectDefaultMetrics({ register: (processMeter = new Registry()) });
  return processMeter;
}
