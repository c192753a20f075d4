/** `…/certification/confirmation`: STEP 02. 심사 요청할 정보 확인, and 심사 요청. Source: guide, 준비 1. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { CertificationDraftState, Channel } from '../../../channels/index.ts';
import type { House } from '../../../house.ts';
import { reading } from '../../../web/language.ts';
import { screen } from '../../../web/screens.ts';
import type { Typed } from '../../../web/typed.ts';
import { saying } from '../../kit/done.ts';
import { type Draft, freshDraft } from '../../kit/draft.ts';
import { type Confirm, formOf } from '../../kit/form.ts';
import { button, fact, link, type Stepper } from '../../kit/parts.ts';
import { personOf } from '../../kit/person.ts';
import { takeForm } from '../../kit/take-form.ts';
import { profileOf } from '../profile.ts';
import { confirmationRules, typedOfForm } from './form.ts';
import { paperLinks } from './history.ts';
import { certificationSteps } from './information-page.ts';
import { unlessClosed } from './information.ts';
import { businessFacts, type CertificationFrame, certificationFrame, certificationPath } from './shared.ts';

interface ConfirmationScreen extends CertificationFrame {
  steps: Stepper;
  confirm: Confirm;
}

const confirmationPage = screen<ConfirmationScreen>('center/certification-confirmation');

/** What is not ready to be confirmed goes back to STEP 01. */
export function showConfirmation(house: House) {
  return async (ctx: Context): Promise<void> => {
    const profile = await profileOf(house, ctx, 'manager');
    await unlessClosed(house, ctx, profile, async () => {
      const state = await house.channels.certificationDraft(personOf(ctx).id, profile.id);
      if (state.problems.length > 0) return toInformation(ctx, profile);
      await draw(house, ctx, profile, freshDraft(house, ctx, shownOf(state), { guarded: true }));
    });
  };
}

export function submitCertification(house: House) {
  return async (ctx: Context): Promise<void> => {
    const by = personOf(ctx).id;
    const profile = await profileOf(house, ctx, 'manager');
    await unlessClosed(house, ctx, profile, () =>
      takeForm(house, ctx, {
        schema: z.object({}),
        rules: confirmationRules,
        stored: async () => shownOf(await house.channels.certificationDraft(by, profile.id)),
        apply: () => house.channels.certify(by, profile.id),
        onward: () => saying(certificationPath(profile, 'history'), 'certificationSubmitted'),
        draw: (draft, status) => draw(house, ctx, profile, draft, status),
      }),
    );
  };
}

function toInformation(ctx: Context, profile: Channel): void {
  ctx.redirect(certificationPath(profile, 'apply'));
  ctx.status = 303;
}

/** Everything that the page shows, so that nobody confirms what was changed meanwhile. */
function shownOf({ form, business }: CertificationDraftState): Typed {
  return typedOfForm(business ? { ...form, business } : form);
}

async function draw(house: House, ctx: Context, profile: Channel, draft: Draft, status = 200): Promise<void> {
  const { t } = reading(ctx);
  const { form, business } = await house.channels.certificationDraft(personOf(ctx).id, profile.id);
  const filled = formOf(ctx, draft, {
    actions: [
      button(t('certification.submit'), 'primary', { testid: 'submit' }),
      link(t('certification.back'), certificationPath(profile, 'apply'), 'plain', { testid: 'back' }),
    ],
  });
  const moved = draft.refusal === 'stale' ? { title: t('certification.wrong.moved'), says: null, list: [] } : filled.problems;
  await confirmationPage(
    ctx,
    {
      ...(await certificationFrame(house, ctx, profile, 'apply')),
      steps: certificationSteps(t, 1),
      confirm: {
        heading: t('certification.confirm'),
        says: t('certification.confirmSays'),
        summary: [
          fact(t('certification.type'), t(`certification.type.${form.type}`)),
          ...businessFacts(t, form.number.join('-'), business ?? form.business),
          fact(t('certification.attached'), ...(await paperLinks(house, t, profile, form.papers))),
        ],
        warning: t('certification.confirmWarning'),
        form: { ...filled, problems: moved },
      },
    },
    status,
  );
}
