/** What is counted of a running simulator, in the words of Prometheus. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
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

/** A meter of its own for each simulator of a process. */
export function createMeter({ store, clock }: Pick<House, 'store' | 'clock'>) {
  const register = new Registry();
  const of = { registers: [register] };
  const requests = new Counter({
    ...of,
    name: `${PREFIX}http_requests_total`,
    help: 'Requests that were answered, by face; status 0: the client went away.',
    labelNames: ['face', 'method', 'status'] as const,
  });
  const durations = new Histogram({
    ...of,
    name: `${PREFIX}http_request_duration_seconds`,
    help: 'From the request to the end of its answer, by face. Streams last as long as somebody listens.',
    labelNames: ['face'] as const,
    buckets: BUCKETS,
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
  for (const gauge of [pending, ahead]) register.registerMetric(gauge);

  return {
    count({ face, method, status, ms }: Counted): void {
      requests.inc({ face, method: METHODS.includes(method) ? method : 'other', status });
      durations.observe({ face }, ms / 1000);
    },
    contentType: register.contentType,
    /** The text that Prometheus reads: what this simulator counted, and of its process. */
    text: async (): Promise<string> => await Registry.merge([register, ofProcess()]).metrics(),
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
function ofProcess(): Registry {
  if (!processMeter) {
    processMeter = new Registry();
    collectDefaultMetrics({ register: processMeter });
  }
  return processMeter;
}
