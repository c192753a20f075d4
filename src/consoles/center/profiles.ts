/** `GET /center`: the profiles of the signed-in person, and how each stands. */
import type { Context } from 'koa';
import type { Channel } from '../../channels/index.ts';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { picturePath } from '../../web/pictures.ts';
import { screen } from '../../web/screens.ts';
import { type Frame, frame } from '../kit/frame.ts';
import { type Action, type Badge, type Empty, link } from '../kit/parts.ts';
import { personOf } from '../kit/person.ts';
import { roadFacts } from '../kit/road-facts.ts';
import { certificationBadge, profilePath, roleOf, roleWord } from './profile.ts';

interface ProfilesScreen {
  frame: Frame;
  profiles: {
    id: string;
    path: string;
    name: string;
    image: string | null;
    searchId: string;
    number: string;
    role: string;
    badge: Badge;
  }[];
  actions: Action[];
  empty: Empty | null;
}

const profilesPage = screen<ProfilesScreen>('center/profiles');

export function showProfiles(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const person = personOf(ctx);
    const mine = await house.channels.managedBy(person.id);
    const make = link(t('center.newProfile'), '/center/profiles/new', 'primary', { testid: 'new-profile' });
    const card = async (profile: Channel) => ({
      id: profile.id,
      path: profilePath(profile),
      name: profile.name,
      image: picturePath(profile),
      searchId: profile.searchId,
      number: profile.profileNumber,
      role: roleWord(t, roleOf(profile, person.id)),
      badge: await certificationBadge(house, t, profile),
    });
    await profilesPage(ctx, {
      frame: frame(ctx, 'center', {
        heading: t('console.center'),
        lead: t('center.lead'),
        road: await roadFacts(house, person.id),
      }),
      profiles: await Promise.all(mine.map(card)),
      actions: [make],
      empty: mine.length === 0 ? { title: t('center.none'), says: t('center.noneNext'), actions: [make] } : null,
    });
  };
}
