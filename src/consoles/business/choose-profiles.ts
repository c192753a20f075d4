/** `/business/connections/new/:id`: 인증 프로필 선택, and 연결하기. 동일한 사업자 정보가 입력된 비즈 앱과 인증 프로필만 연결 가능합니다. Source: guide, 신청 1단계. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { App } from '../../apps/index.ts';
import type { House } from '../../house.ts';
import { type ChannelChoice, MOST_PROFILES } from '../../sync/index.ts';
import { list } from '../../web/forms.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import type { Translate } from '../../web/text/index.ts';
import { type Draft, freshDraft } from '../kit/draft.ts';
import { type Choice, fieldsOf } from '../kit/fields.ts';
import { type Form, formOf } from '../kit/form.ts';
import type { Frame } from '../kit/frame.ts';
import { type Action, button, type Empty, type Fact, fact, link, type Stepper, stepper } from '../kit/parts.ts';
import { personOf } from '../kit/person.ts';
import { takeForm } from '../kit/take-form.ts';
import { connectSteps, nameOf, pageFrame, pathsOf, syncTrail } from './page.ts';
import { connectionRules } from './rules.ts';

interface ChooseProfilesScreen {
  frame: Frame;
  stepper: Stepper;
  app: Fact[];
  change: Action[];
  /** Null where the list is empty. */
  form: Form | null;
  empty: Empty;
}

const chooseProfilesPage = screen<ChooseProfilesScreen>('business/choose-profiles');

const profilesForm = z.object({ profiles: z.preprocess(list, z.array(z.string().max(50)).max(100)) });

export function chooseProfiles(house: House) {
  return async (ctx: Context): Promise<void> => draw(house, ctx, await appOf(house, ctx), freshDraft(house, ctx), 200);
}

export function connectProfiles(house: House) {
  return async (ctx: Context): Promise<void> => {
    const app = await appOf(house, ctx);
    await takeForm(house, ctx, {
      schema: profilesForm,
      rules: connectionRules,
      apply: ({ profiles }) => house.sync.connect(personOf(ctx).id, app.id, profiles),
      onward: () => pathsOf(app).connected,
      draw: (draft, status) => draw(house, ctx, app, draft, status),
    });
  };
}

function appOf({ apps }: House, ctx: Context): Promise<App> {
  return apps.asMember(String(ctx.params.id), personOf(ctx).id, 'editor');
}

async function draw(house: House, ctx: Context, app: App, draft: Draft, status: number): Promise<void> {
  const { t } = reading(ctx);
  const choices = await house.sync.channelChoices(personOf(ctx).id, app);
  const left = MOST_PROFILES - (await house.sync.connections(app.id)).length;
  const certify = link(t('business.connect.certify'), '/center');
  const hint = `${t('business.connect.profilesNote')} ${t('business.connect.left', { left })}`;
  const profiles = fieldsOf(ctx, draft).checks(
    'profiles',
    t('business.connect.profiles'),
    choices.map((choice) => choiceOf(t, choice)),
    { hint },
  );
  const form = formOf(ctx, draft, {
    fields: [profiles],
    actions: [button(t('business.connect.do'), 'primary', { testid: 'submit' }), certify],
  });
  await chooseProfilesPage(
    ctx,
    {
      frame: await pageFrame(house, ctx, { heading: t('business.connect'), lead: t('business.connect.same'), trail: syncTrail(ctx) }, app),
      stepper: stepper(t, t('business.connect'), connectSteps, 1),
      app: [fact(t('business.connect.app'), nameOf(app))],
      change: [link(t('business.connect.change'), '/business/connections/new')],
      form: choices.length > 0 ? form : null,
      empty: { title: t('business.connect.noProfiles'), says: t('business.connect.profilesNote'), actions: [certify] },
    },
    status,
  );
}

function choiceOf(t: Translate, { channel, refusal }: ChannelChoice): Choice {
  const choice = { value: channel.id, word: nameOf({ name: channel.name, id: channel.profileNumber }) };
  if (refusal === null) return choice;
  return { ...choice, refusal: t(refusal === 'already_connected' ? 'business.connect.already' : 'business.connect.other') };
}
