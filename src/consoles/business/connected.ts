/** `GET /business/connections/new/:id/done`: 연결 완료. Source: guide, 신청 1단계. */
import type { Context } from 'koa';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { fact, link, stepper } from '../kit/parts.ts';
import { personOf } from '../kit/person.ts';
import { connectSteps, nameOf, pageFrame, pathsOf, places, syncTrail } from './page.ts';
import { stepDonePage } from './step-done.ts';

export function showConnected(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const app = await house.apps.asMember(String(ctx.params.id), personOf(ctx).id, 'member');
    const channels = await house.sync.connectedChannels(app.id);
    if (channels.length === 0) return ctx.redirect(pathsOf(app).connect);
    await stepDonePage(ctx, {
      frame: await pageFrame(house, ctx, { heading: t('business.connect'), trail: syncTrail(ctx) }, app),
      stepper: stepper(t, t('business.connect'), connectSteps, 2),
      title: t('business.connected'),
      says: t('business.connected.next'),
      facts: [
        fact(t('business.connect.app'), nameOf(app)),
        fact(t('business.stage2.profiles'), ...channels.map(({ name, profileNumber: id }) => nameOf({ name, id }))),
      ],
      actions: [
        link(t('business.apply'), pathsOf(app).application, 'primary', { testid: 'apply' }),
        link(t('business.connected.settings'), pathsOf(app).settings),
        link(t('business.connected.back'), places.sync),
      ],
    });
  };
}
