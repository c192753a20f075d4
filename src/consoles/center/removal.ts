/** `/center/profiles/:id/managers/:account/removal`: a master removes somebody, and everybody may leave. */
import type { Context } from 'koa';
import { z } from 'zod';
import { type Channel, channelRole } from '../../channels/index.ts';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import { saying } from '../kit/done.ts';
import { type Draft, freshDraft } from '../kit/draft.ts';
import { type Confirm, formOf } from '../kit/form.ts';
import { button, fact, link } from '../kit/parts.ts';
import { personOf } from '../kit/person.ts';
import { takeForm } from '../kit/take-form.ts';
import { nameOf } from './people.ts';
import { type ProfileFrame, profileFrame, profileOf, profilePath, roleWord } from './profile.ts';

const removalPage = screen<ProfileFrame & { confirm: Confirm }>('center/removal');

export function showRemoval(house: House) {
  return async (ctx: Context): Promise<void> => {
    const profile = await profileHere(house, ctx);
    if (channelRole(profile, String(ctx.params.account))) await draw(house, ctx, freshDraft(house, ctx));
  };
}

export function removeManager(house: House) {
  return (ctx: Context): Promise<void> =>
    takeForm(house, ctx, {
      schema: z.object({}),
      rules: { last_master: ['', 'center.wrong.lastMaster'], unknown_manager: ['', 'center.wrong.gone'] },
      apply: () => house.channels.removeManager(personOf(ctx).id, String(ctx.params.id), String(ctx.params.account)),
      onward: (profile) => (isMe(ctx) ? saying('/center', 'left') : saying(profilePath(profile, 'managers'), 'managerRemoved')),
      draw: (draft, status) => draw(house, ctx, draft, status),
    });
}

function isMe(ctx: Context): boolean {
  return personOf(ctx).id === ctx.params.account;
}

/** The profile, for who may do this. Throws UnknownChannel, ChannelRoleMissing. */
function profileHere(house: House, ctx: Context): Promise<Channel> {
  return profileOf(house, ctx, isMe(ctx) ? 'member' : 'master');
}

async function draw(house: House, ctx: Context, draft: Draft, status = 200): Promise<void> {
  const { t } = reading(ctx);
  const profile = await profileHere(house, ctx);
  const accountId = String(ctx.params.account);
  const { name, login } = await nameOf(house, accountId);
  const role = channelRole(profile, accountId);
  const [heading, says, word] = isMe(ctx)
    ? [t('center.leaveTitle'), t('center.leaveSays'), t('center.leave')]
    : [t('center.removeTitle'), t('center.removeSays', { name }), t('center.remove')];
  await removalPage(
    ctx,
    {
      ...(await profileFrame(house, ctx, profile, 'managers', { heading })),
      confirm: {
        heading,
        says,
        summary: [fact(t('center.login'), login || name), ...(role ? [fact(t('center.permission'), roleWord(t, role))] : [])],
        warning: isMe(ctx) ? t('center.leaveWarning') : null,
        form: formOf(ctx, draft, {
          actions: [button(word, 'danger', { testid: 'submit' }), link(t('center.cancel'), profilePath(profile, 'managers'), 'quiet')],
        }),
      },
    },
    status,
  );
}
