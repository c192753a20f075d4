/** `GET /center/profiles/:id/messages/groups/:group`: what was uploaded, and what each number of it is. */
import type { Context } from 'koa';
import type { House } from '../../../house.ts';
import type { GroupStanding } from '../../../messages/index.ts';
import { reading } from '../../../web/language.ts';
import { momentOf } from '../../../web/moment.ts';
import { screen } from '../../../web/screens.ts';
import type { Translate } from '../../../web/text/index.ts';
import { type Action, type Fact, fact, link } from '../../kit/parts.ts';
import { personOf } from '../../kit/person.ts';
import { nameOf } from '../people.ts';
import { profileOf } from '../profile.ts';
import { groupPath, type MessagesFrame, messagesFrame, messagesPath, namedFact, sendingRefusal, skippedFacts } from './shared.ts';

interface GroupScreen extends MessagesFrame {
  facts: Fact[];
  /** Who would receive, who would not and why, and what was no number. */
  numbers: Fact[];
  actions: Action[];
}

const groupPage = screen<GroupScreen>('center/group');

export function showGroup(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const profile = await profileOf(house, ctx);
    const standing = await house.messages.group(personOf(ctx).id, profile.id, String(ctx.params.group));
    const { group } = standing;
    const refusal = sendingRefusal(ctx, profile);
    await groupPage(ctx, {
      ...(await messagesFrame(house, ctx, profile, 'groups', { heading: group.name, lead: t('messages.groupLead') })),
      facts: await factsOf(house, t, standing),
      numbers: numbersOf(t, standing),
      actions: [
        link(t('messages.compose'), `${messagesPath(profile, 'new')}?to=${group.id}`, 'primary', { testid: 'compose', refusal }),
        link(t('messages.removeGroup'), `${groupPath(profile, group)}/removal`, 'quiet', { testid: 'remove-group', refusal }),
      ],
    });
  };
}

/** 등록 시도수, 등록 성공수, 친구수: as the centre counts them. */
async function factsOf(house: House, t: Translate, { group, members }: GroupStanding): Promise<Fact[]> {
  const { appId, numbers, refused, repeated, uploadedAt, uploadedBy } = group;
  const friends = members.filter(({ standing }) => standing === 'friend');
  return [
    fact(t('messages.app'), `${(await house.apps.byId(appId))?.name ?? appId} (${appId})`),
    fact(t('messages.attempted'), t('messages.numbers', { count: numbers.length + refused.length + repeated })),
    fact(t('messages.registered'), t('messages.numbers', { count: numbers.length })),
    fact(t('messages.friends'), t('center.count', { count: friends.length })),
    ...(repeated > 0 ? [fact(t('messages.repeated'), t('messages.numbers', { count: repeated }))] : []),
    fact(t('messages.uploadedAt'), { kind: 'time', time: momentOf(uploadedAt) }),
    fact(t('messages.uploadedBy'), (await nameOf(house, uploadedBy)).name),
  ];
}

function numbersOf(t: Translate, { group, members }: GroupStanding): Fact[] {
  const friends = members.filter(({ standing }) => standing === 'friend').map(({ number }) => number);
  const skipped = members.flatMap(({ number, standing }) => (standing === 'friend' ? [] : [{ number, why: standing }]));
  return [
    ...(friends.length > 0 ? [namedFact(t, t('messages.wouldReceive', { count: friends.length }), friends)] : []),
    ...skippedFacts(t, skipped),
    ...(group.refused.length > 0 ? [namedFact(t, t('messages.noNumbers', { count: group.refused.length }), group.refused)] : []),
  ];
}
