/** `GET /business/apps/:id/application/done`: 신청 완료. Source: guide, 신청 2단계. */
import type { Context } from 'koa';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { momentOf } from '../../web/moment.ts';
import { badge, fact, link, stepper } from '../kit/parts.ts';
import { personOf } from '../kit/person.ts';
import { applySteps, nameOf, pageFrame, pathsOf, syncTrail } from './page.ts';
import { newestOf, statusOf } from './standing.ts';
import { stepDonePage } from './step-done.ts';

export function showSubmitted(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const app = await house.apps.asMember(String(ctx.params.id), personOf(ctx).id, 'member');
    const newest = newestOf(await house.sync.applications(app.id));
    const { application, result } = pathsOf(app);
    if (newest.length === 0) return ctx.redirect(application);
    await stepDonePage(ctx, {
      frame: await pageFrame(house, ctx, { heading: nameOf(app), trail: syncTrail(ctx) }, app),
      stepper: stepper(t, t('business.sync'), applySteps, 2),
      title: t('apply.submitted'),
      says: t('apply.submittedNext'),
      facts: newest.map((entry) =>
        fact(
          t(entry.application.kind === 'terms' ? 'apply.terms' : 'apply.items'),
          { kind: 'badge', badge: badge(t, statusOf(entry)) },
          { kind: 'time', time: momentOf(entry.review.submittedAt) },
        ),
      ),
      actions: [link(t('business.result'), result, 'primary', { testid: 'result' }), link(t('apply.desk'), '/_sim/reviews')],
    });
  };
}
