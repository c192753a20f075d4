/** `/center/profiles/:id/messages/groups/:group/removal`: a friend group is removed; what was sent to it stays. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { House } from '../../../house.ts';
import { reading } from '../../../web/language.ts';
import { screen } from '../../../web/screens.ts';
import { saying } from '../../kit/done.ts';
import { type Draft, freshDraft } from '../../kit/draft.ts';
import { type Confirm, formOf } from '../../kit/form.ts';
import { button, fact, link } from '../../kit/parts.ts';
import { personOf } from '../../kit/person.ts';
import { takeForm } from '../../kit/take-form.ts';
import { profileOf } from '../profile.ts';
import { groupPath, type MessagesFrame, messagesFrame, messagesPath } from './shared.ts';

const removalPage = screen<MessagesFrame & { confirm: Confirm }>('center/group-removal');

export function showGroupRemoval(house: House) {
  return (ctx: Context): Promise<void> => draw(house, ctx, freshDraft(house, ctx));
}

export function removeGroup(house: House) {
  return async (ctx: Context): Promise<void> => {
    const profile = await profileOf(house, ctx, 'manager');
    await takeForm(house, ctx, {
      schema: z.object({}),
      apply: () => house.messages.removeGroup(personOf(ctx).id, profile.id, String(ctx.params.group)),
      onward: () => saying(messagesPath(profile, 'groups'), 'groupRemoved'),
      draw: (draft, status) => draw(house, ctx, draft, status),
    });
  };
}

async function draw(house: House, ctx: Context, draft: Draft, status = 200): Promise<void> {
  const { t } = reading(ctx);
  const profile = await profileOf(house, ctx, 'manager');
  const { group } = await house.messages.group(personOf(ctx).id, profile.id, String(ctx.params.group));
  await removalPage(
    ctx,
    {
      ...(await messagesFrame(house, ctx, profile, 'groups', { heading: t('messages.removeGroup') })),
      confirm: {
        heading: t('messages.removeGroup'),
        says: t('messages.removeSays', { name: group.name }),
        summary: [fact(t('messages.registered'), t('messages.numbers', { count: group.numbers.length }))],
        warning: t('messages.removeWarning'),
        form: formOf(ctx, draft, {
          actions: [
            button(t('messages.removeGroup'), 'danger', { testid: 'submit' }),
            link(t('center.cancel'), groupPath(profile, group), 'quiet'),
          ],
        }),
      },
    },
    status,
  );
}
