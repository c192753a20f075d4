/** The moment at which a request meets its fault. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from 'koa';
import { type Faults, inWords, isWire, type Who } from '../faults/index.ts';
import { tell } from '../web/tell.ts';
import { FAULT_HEADER } from './header.ts';
import { breakWire } from './wire.ts';

/**
 * Meets the fault that is due, if one is, once it is known whose request it is: what is refused anyway uses up none.
 * Resolves with the code that the door has to speak, or with undefined. Where the wire breaks it never does: nobody is left to answer.
 */
export async function strike(faults: Faults, ctx: Context, path: string, who: Who): Promise<string | undefined> {
  const fault = await faults.meet(path, { flow: ctx.state.faultFlow as string | undefined, ...who });
  if (!fault) return undefined;
  const words = inWords(fault);
  ctx.state.fault = words;
  tell(ctx, { fault: words });
  ctx.set(FAULT_HEADER, words);
  // A simulator that is closed meanwhile waits for nobody.
  if (fault.ms > 0) await wait(fault.ms, undefined, { ref: false });
  if (fault.with === null || !isWire(fault.with)) return fault.with ?? undefined;
  if (!fault.after) return breakWire(ctx, fault.with);
  ctx.state.brokenWire = fault.with;
  return undefined;
}
