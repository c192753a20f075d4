/** `GET /business/connections/new`: 비즈 앱 선택. 에디터 이상의 권한을 갖고 있는 비즈 앱만 리스트에 표시됩니다. Source: guide, 신청 1단계. */
import type { Context } from 'koa';
import type { App } from '../../apps/index.ts';
import type { House } from '../../house.ts';
import { iconPath } from '../../web/icons.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import type { Frame } from '../kit/frame.ts';
import { type Action, type Empty, link, type Stepper, stepper } from '../kit/parts.ts';
import { personOf } from '../kit/person.ts';
import { connectSteps, nameOf, pageFrame, pathsOf, syncTrail } from './page.ts';

interface ChooseAppScreen {
  frame: Frame;
  stepper: Stepper;
  apps: { id: string; name: string; image: string | null; note: string; actions: Action[] }[];
  empty: Empty;
}

const chooseAppPage = screen<ChooseAppScreen>('business/choose-app');

export function chooseApp(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const apps = await house.sync.connectableApps(personOf(ctx).id);
    await chooseAppPage(ctx, {
      frame: await pageFrame(house, ctx, { heading: t('business.connect'), lead: t('business.connect.same'), trail: syncTrail(ctx) }),
      stepper: stepper(t, t('business.connect'), connectSteps, 0),
      apps: await Promise.all(apps.map((app) => cardOf(house, ctx, app))),
      empty: {
        title: t('business.stage1.impossible'),
        says: t('business.stage1.impossibleNext'),
        actions: [link(t('business.toDevelopers'), '/developers')],
      },
    });
  };
}

async function cardOf({ businesses }: House, ctx: Context, app: App): Promise<ChooseAppScreen['apps'][number]> {
  const { t } = reading(ctx);
  const business = app.businessNumber === null ? undefined : await businesses.byNumber(app.businessNumber);
  const choose = link(t('business.connect.choose'), pathsOf(app).connect, 'primary', { of: app.name, testid: `choose-${app.id}` });
  return {
    id: app.id,
    name: nameOf(app),
    image: iconPath(app),
    note: [business?.companyName, business?.id].filter(Boolean).join(' · '),
    actions: [choose],
  };
}
