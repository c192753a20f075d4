/** Connections that break, and answers that get lost, as networks and gateways do it. */
import { STATUS_CODES } from 'node:http';
import type { Context, Next } from 'koa';
import type { Wire } from '../faults/index.ts';
import { FAULT_HEADER } from './header.ts';

/** What journeys say of a request that was not answered. */
const NO_ANSWER = 0;

/** Middleware around everything that answers: what is to be lost after its effect is lost here. */
export async function brokenAnswers(ctx: Context, next: Next): Promise<void> {
  await next();
  const wire = ctx.state.brokenWire as Wire | undefined;
  if (wire) await breakWire(ctx, wire);
}

/** Never resolves: from here on nobody answers but this. */
export function breakWire(ctx: Context, wire: Wire): Promise<never> {
  ctx.respond = false;
  if (wire === 'truncate') truncate(ctx);
  else if (wire === 'reset') reset(ctx);
  else if (wire === 'hang') ctx.res.statusCode = NO_ANSWER;
  else answerAsGateway(ctx, Number(wire));
  return new Promise(() => undefined);
}

function reset({ res }: Context): void {
  res.statusCode = NO_ANSWER;
  const { socket } = res;
  try {
    socket?.resetAndDestroy();
  } catch {
    socket?.destroy(); // TLS knows no reset
  }
}

/** The whole length is promised, and half of it comes. */
function truncate(ctx: Context): void {
  const { res, body } = ctx;
  const whole = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body ?? ''));
  if (whole.length < 2) return reset(ctx);
  res.setHeader('Content-Length', whole.length);
  res.write(whole.subarray(0, whole.length / 2), () => res.socket?.destroy());
}

/** The page of a gateway that nobody has styled, in place of the JSON that a client expects. */
function answerAsGateway({ res }: Context, status: number): void {
  const heading = `${status} ${STATUS_CODES[status]}`;
  for (const name of res.getHeaderNames()) if (name !== FAULT_HEADER.toLowerCase()) res.removeHeader(name);
  const page = [
    '<html>',
    `<head><title>${heading}</title></head>`,
    '<body>',
    `<center><h1>${heading}</h1></center>`,
    '<hr><center>SIMULATOR</center>',
    '</body>',
    '</html>',
    '',
  ].join('\r\n');
  res.writeHead(status, { 'Content-Type': 'text/html', 'Content-Length': Buffer.byteLength(page) });
  res.end(page);
}
