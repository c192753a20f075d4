/** What a visitor sees when something is not right, in the shop's own frame. */
import type { Context, Next } from 'koa';
import { ForeignOrigin } from '../web/guard.ts';
import { InputRefused } from '../web/forms.ts';
import { reading } from '../web/language.ts';
import { screen } from '../web/screens.ts';

type Problem = 'notFound' | 'foreign' | 'input' | 'unexpected';

const STATUS: Record<Problem, number> = { notFound: 404, foreign: 403, input: 400, unexpected: 500 };

const problemPage = screen<{ title: string; message: string }>('partner/problem');

/** Middleware: every throw and every 404 of a page ends here. `report` gets what nobody expected. */
export function problems(report: (error: unknown) => void) {
  return async (ctx: Context, next: Next): Promise<void> => {
    try {
      await next();
      if (ctx.status === 404 && ctx.body == null) await show(ctx, 'notFound');
    } catch (error) {
      const problem = nameOf(error);
      if (problem === 'unexpected') report(error);
      await show(ctx, problem, error instanceof InputRefused ? { field: String(error.details['field']) } : {});
    }
  };
}

async function show(ctx: Context, problem: Problem, values: Record<string, string> = {}): Promise<void> {
  const { t } = reading(ctx);
  await problemPage(ctx, { title: t('partner.problemTitle'), message: t(`partner.problem.${problem}`, values) }, STATUS[problem]);
}

function nameOf(error: unknown): Problem {
  if (error instanceof InputRefused) return 'input';
  if (error instanceof ForeignOrigin) return 'foreign';
  return error instanceof Error && 'status' in error && error.status === 404 ? 'notFound' : 'unexpected';
}
