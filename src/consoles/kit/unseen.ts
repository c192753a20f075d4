/** Who may see what: to a person without any role it is not there, and one whose role is not enough is told which one is. */
import type { Context, Next } from 'koa';
import { RuleBroken } from '../../rule.ts';
import { reading } from '../../web/language.ts';
import { type Problem, showProblem } from '../../web/problems.ts';
import { hasText } from '../../web/text/index.ts';

const NOT_FOUND: Problem = { status: 404, message: 'problem.notFound', mend: 'problem.notFoundMend' };

/** Middleware: `Unknown…` and `…RoleMissing` of any room, thrown by what follows, become pages. `details.has` is null for a stranger. */
export async function unseen(ctx: Context, next: Next): Promise<void> {
  try {
    await next();
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error;
    if (error.code.startsWith('unknown_')) return showProblem(ctx, NOT_FOUND);
    if (!error.code.endsWith('_role_missing')) throw error;
    await showProblem(ctx, error.details.has == null ? NOT_FOUND : notEnough(ctx, String(error.details.needed)));
  }
}

function notEnough(ctx: Context, role: string): Problem {
  const key = `role.${role}`;
  const needed = hasText(key) ? reading(ctx).t(key) : role;
  return { status: 403, message: 'problem.noRole', mend: 'problem.noRoleMend', values: { needed } };
}
