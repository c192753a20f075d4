/** `POST /talk/channels/:id/friendship`: the person adds or blocks a channel. */
import type { Context } from 'koa';
import { z } from 'zod';
import { NoTalkUser, UnknownChannel } from '../../channels/index.ts';
import type { House } from '../../house.ts';
import { form } from '../../web/forms.ts';
import { type Problem, showProblem } from '../../web/problems.ts';
import { channelPath } from './phone.ts';
import { talkUser, toTalk } from './session.ts';

/** `as` is who the page was drawn for: another tab may have signed in somebody else meanwhile. */
const friendshipForm = z.object({
  relation: z.enum(['ADDED', 'BLOCKED']),
  as: z.string().optional(),
  /** Set on the channel's own page, to come back to it. */
  from: z.literal('channel').optional(),
});

const OTHER_PERSON: Problem = { status: 409, message: 'talk.otherPerson', mend: 'talk.otherPersonMend' };

export function changeFriendship(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { relation, as, from } = form(ctx, friendshipForm);
    const channelId = String(ctx.params.id);
    const account = await talkUser(house, ctx);
    if (!account) return toTalk(ctx);
    if (as !== undefined && as !== account.id) return showProblem(ctx, OTHER_PERSON);
    try {
      await house.consent.relate(channelId, account, relation);
      toTalk(ctx, from ? channelPath(channelId) : `/talk#${channelId}`);
    } catch (error) {
      const problem = asProblem(error);
      if (!problem) throw error;
      await showProblem(ctx, problem);
    }
  };
}

function asProblem(error: unknown): Problem | undefined {
  if (error instanceof NoTalkUser) return { status: 400, message: 'talk.noTalk', mend: 'talk.noTalkMend' };
  if (error instanceof UnknownChannel) return { status: 404, message: 'talk.unknownChannel', mend: 'talk.unknownChannelMend' };
  return undefined;
}
