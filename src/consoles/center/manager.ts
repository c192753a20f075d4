/** `/center/profiles/:id/managers/:account`: changing somebody's role. Masters only. */
import type { Context } from 'koa';
import { z } from 'zod';
import { channelRole, channelRoles } from '../../channels/index.ts';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import type { Typed } from '../../web/typed.ts';
import { saying } from '../kit/done.ts';
import { type Draft, freshDraft } from '../kit/draft.ts';
import { fieldsOf } from '../kit/fields.ts';
import { type Form, formOf } from '../kit/form.ts';
import { button, link } from '../kit/parts.ts';
import { personOf } from '../kit/person.ts';
import { takeForm } from '../kit/take-form.ts';
import { nameOf, roleChoices } from './people.ts';
import { type ProfileFrame, profileFrame, profileOf, profilePath } from './profile.ts';

const managerPage = screen<ProfileFrame & { form: Form }>('center/manager');
const change = z.object({ role: z.enum(['master', 'manager', 'member']) });

export function showManager(house: House) {
  return async (ctx: Context): Promise<void> => {
    const stored = await storedRole(house, ctx);
    if (stored.role) await draw(house, ctx, freshDraft(house, ctx, stored, { guarded: true }));
  };
}

export function changeManager(house: House) {
  return (ctx: Context): Promise<void> =>
    takeForm(house, ctx, {
      schema: change,
      rules: { last_master: ['role', 'center.wrong.lastMaster'] },
      stored: () => storedRole(house, ctx),
      apply: ({ role }) => house.channels.setManager(personOf(ctx).id, String(ctx.params.id), String(ctx.params.account), role),
      onward: (profile) => saying(profilePath(profile, 'managers'), 'roleChanged'),
      draw: (draft, status) => draw(house, ctx, draft, status),
    });
}

/** Nothing for somebody who has no role here (any more). Throws UnknownChannel, ChannelRoleMissing. */
async function storedRole(house: House, ctx: Context): Promise<Typed> {
  const role = channelRole(await profileOf(house, ctx, 'master'), String(ctx.params.account));
  return role ? { role } : {};
}

async function draw(house: House, ctx: Context, draft: Draft, status = 200): Promise<void> {
  const { t } = reading(ctx);
  const profile = await profileOf(house, ctx, 'master');
  const { name, login } = await nameOf(house, String(ctx.params.account));
  const field = fieldsOf(ctx, draft);
  await managerPage(
    ctx,
    {
      ...(await profileFrame(house, ctx, profile, 'managers', { heading: t('center.changeTitle', { name }), lead: login })),
      form: formOf(ctx, draft, {
        fields: [field.radios('role', t('center.permission'), roleChoices(t, channelRoles))],
        actions: [
          button(t('center.save'), 'primary', { testid: 'submit' }),
          link(t('center.cancel'), profilePath(profile, 'managers'), 'quiet'),
        ],
      }),
    },
    status,
  );
}
