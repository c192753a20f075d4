/**
 * `X-Kakao-Sync-Fault` on one request: a fault for it and for the login that begins with it, so that tests beside one another do not
 * meet each other's. `on=token; with=KOE320`, or `flow=checkout-17` for faults that were asked for with that flow. On an answer it says
 * which fault was met.
 */
import { randomUUID } from 'node:crypto';
import type { Context, Next } from 'koa';
import { FaultRefused, type Faults, type NewFault, places } from '../faults/index.ts';
import { durationOf } from '../time-text.ts';

export const FAULT_HEADER = 'X-Kakao-Sync-Fault';

const FLOW = /^[\w.:-]{1,100}$/;
const FIELDS = ['on', 'with', 'after', 'ms', 'times', 'flow'] as const;
type Fields = Partial<Record<(typeof FIELDS)[number], string>>;

/** Middleware: takes what the header asks for. What it does not understand is answered loudly, as a test has to know. */
export function namedFaults(faults: Faults) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const header = ctx.get(FAULT_HEADER);
    if (header && places.some(({ path }) => path === ctx.path)) {
      try {
        ctx.state.faultFlow = await take(faults, ctx.path, fieldsOf(header));
      } catch (error) {
        if (!(error instanceof FaultRefused)) throw error;
        return refuse(ctx, error);
      }
    }
    return next();
  };
}

/** Resolves with the flow that the request belongs to. Throws FaultRefused. */
async function take(faults: Faults, path: string, { flow = randomUUID(), ...fields }: Fields): Promise<string> {
  if (!FLOW.test(flow)) throw new FaultRefused('flow', 'expected up to 100 letters, digits and _ . : -');
  if (Object.keys(fields).length > 0) await faults.ask({ on: fields.on ?? path, flow, ...readable(fields) });
  return flow;
}

function readable({ with: what, after, ms, times }: Fields): Omit<NewFault, 'on'> {
  return {
    with: what,
    after: after !== undefined && after !== 'false',
    ms: ms === undefined ? 0 : /^\d+$/.test(ms) ? Number(ms) : (durationOf(ms) ?? Number.NaN),
    times: times === undefined ? 1 : times === 'always' ? null : Number(times),
  };
}

/** Throws FaultRefused. */
function fieldsOf(header: string): Fields {
  const entries = header
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => part.split(/\s*=\s*(.*)/s, 2) as [string, string?]);
  for (const [name] of entries) {
    if (!(FIELDS as readonly string[]).includes(name)) {
      throw new FaultRefused(FAULT_HEADER, `there is no "${name}"; there are ${FIELDS.join(', ')}, like on=token; with=KOE320`);
    }
  }
  return Object.fromEntries(entries.map(([name, value = '']) => [name, value]));
}

function refuse(ctx: Context, { message, details }: FaultRefused): void {
  ctx.status = 400;
  ctx.type = 'application/problem+json';
  ctx.body = JSON.stringify({
    type: '/_sim/api#fault_refused',
    code: 'fault_refused',
    title: `${FAULT_HEADER} asks for what there is not`,
    status: 400,
    detail: message,
    ...details,
    mend: 'GET /_sim/api/faults/endpoints lists what can be asked for.',
  });
}
