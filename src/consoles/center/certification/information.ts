/** `…/certification/new`: STEP 01. 비즈니스 정보 입력. Source: guide, 준비 1. */
import type { Context } from 'koa';
import { AlreadyCertified, type Channel } from '../../../channels/index.ts';
import type { House } from '../../../house.ts';
import { ReviewPending } from '../../../reviews/index.ts';
import { saying } from '../../kit/done.ts';
import { freshDraft } from '../../kit/draft.ts';
import { personOf } from '../../kit/person.ts';
import { takeFiles } from '../../kit/take-files.ts';
import { takeForm } from '../../kit/take-form.ts';
import { profileOf } from '../profile.ts';
import { certificationForm, formOfSent, informationRules, PAPER_KINDS, typedOfForm } from './form.ts';
import { drawClosed, drawInformation } from './information-page.ts';
import { certificationPath } from './shared.ts';

export function showInformation(house: House) {
  return async (ctx: Context): Promise<void> => {
    const profile = await profileOf(house, ctx, 'manager');
    await unlessClosed(house, ctx, profile, async () =>
      drawInformation(house, ctx, profile, freshDraft(house, ctx, await stored(house, ctx), { guarded: true })),
    );
  };
}

export function saveInformation(house: House) {
  return async (ctx: Context): Promise<void> => {
    const by = personOf(ctx).id;
    const profile = await profileOf(house, ctx, 'manager');
    const found = await takeFiles(house, ctx, PAPER_KINDS);
    await unlessClosed(house, ctx, profile, () =>
      takeForm(house, ctx, {
        schema: certificationForm,
        found,
        words: { number: 'certification.wrong.box' },
        rules: informationRules,
        stored: () => stored(house, ctx),
        async apply(sent) {
          const ready = sent.step === 'next';
          const business = ready ? undefined : await house.businesses.lookUp(sent.number);
          await house.channels.saveCertification(by, profile.id, formOfSent(sent), { ready });
          if (ready) return certificationPath(profile, 'confirmation');
          return `${saying(certificationPath(profile, 'apply'), business ? 'numberFound' : 'numberNew')}#f-number`;
        },
        onward: (path) => path,
        draw: (draft, status) => drawInformation(house, ctx, profile, draft, status),
      }),
    );
  };
}

/** An application that is under way or approved leaves nothing to fill in: the page says how it stands. */
export async function unlessClosed(house: House, ctx: Context, profile: Channel, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ReviewPending || error instanceof AlreadyCertified)) throw error;
    await drawClosed(house, ctx, profile, ctx.method === 'POST' ? 409 : 200);
  }
}

async function stored(house: House, ctx: Context) {
  return typedOfForm((await house.channels.certificationDraft(personOf(ctx).id, String(ctx.params.id))).form);
}
