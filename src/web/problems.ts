/** What a person sees when something is not right: one page, a sentence and the mend, never a stack trace. */
import type { Context, Next } from 'koa';
import { RuleBroken } from '../rule.ts';
import { FormTokenRefused } from './form-token.ts';
import { ForeignOrigin } from './guard.ts';
import { InputRefused } from './forms.ts';
import { reading } from './language.ts';
import { screen } from './screens.ts';
import type { TextKey } from './text/index.ts';

export interface Problem {
  status: number;
  message: TextKey;
  mend: TextKey;
  values?: Record<string, string>;
}

const problemPage = screen<{ title: string; message: string; mend: string }>('shell/problem');

const NOT_FOUND: Problem = { status: 404, message: 'problem.notFound', mend: 'problem.notFoundMend' };
/** A body too large, cut off or in no known encoding. */
const UNREADABLE: Problem = { status: 400, message: 'problem.unreadable', mend: 'problem.inputMend' };
const UNEXPECTED: Problem = { status: 500, message: 'problem.unexpected', mend: 'problem.unexpectedMend' };

/** Draws the problem page. */
export async function showProblem(ctx: Context, problem: Problem): Promise<void> {
  const { t } = reading(ctx);
  const model = { title: t('problem.title'), message: t(problem.message, problem.values), mend: t(problem.mend, problem.values) };
  await problemPage(ctx, model, problem.status);
}

/** Middleware: every throw and every 404 of our own pages ends here. `report` gets what nobody expected. */
export function problems(report: (error: unknown) => void) {
  return async (ctx: Context, next: Next): Promise<void> => {
    try {
      await next();
      if (ctx.status === 404 && ctx.body == null) await showProblem(ctx, NOT_FOUND);
    } catch (error) {
      const known = knownProblem(error);
      if (!known) report(error);
      await showProblem(ctx, known ?? UNEXPECTED);
    }
  };
}

/** What is wrong with the request, or undefined for an error that nobody expected. */
export function knownProblem(error: unknown): Problem | undefined {
  if (error instanceof InputRefused) {
    const values = { field: String(error.details.field), expected: String(error.details.expected) };
    return { status: httpStatus(error) ?? 400, message: 'problem.input', mend: 'problem.inputMend', values };
  }
  if (error instanceof ForeignOrigin) return { status: 403, message: 'problem.foreignOrigin', mend: 'problem.foreignOriginMend' };
  if (error instanceof FormTokenRefused) return { status: 403, message: 'problem.formToken', mend: 'problem.formTokenMend' };
  if (error instanceof RuleBroken) return undefined;
  const status = httpStatus(error);
  if (status === 404) return NOT_FOUND;
  return status && status >= 400 && status < 500 ? { ...UNREADABLE, status } : undefined;
}

function httpStatus(error: unknown): number | undefined {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : undefined;
}
