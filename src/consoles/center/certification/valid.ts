/** `GET …/certification`: 유효 정보, or how one comes to have it; and the types of profiles. Source: guide, 준비 1. */
import type { Context } from 'koa';
import { type CertificationStanding, certificationTypes, type Channel, hasChannelRole } from '../../../channels/index.ts';
import type { House } from '../../../house.ts';
import { reading } from '../../../web/language.ts';
import { momentOf } from '../../../web/moment.ts';
import { screen } from '../../../web/screens.ts';
import type { Translate } from '../../../web/text/index.ts';
import { type Empty, type Fact, fact, link } from '../../kit/parts.ts';
import { personOf } from '../../kit/person.ts';
import { profileOf } from '../profile.ts';
import { businessFacts, type CertificationFrame, certificationFrame, certificationPath } from './shared.ts';

interface ValidScreen extends CertificationFrame {
  facts: Fact[];
  /** Instead of facts: what to do, or to wait for. */
  empty: Empty | null;
  types: { id: string; word: string; says: string; isThis: boolean }[];
}

const validPage = screen<ValidScreen>('center/certification');

export function showCertification(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const profile = await profileOf(house, ctx);
    const standing = await house.channels.certificationStanding(profile.id);
    await validPage(ctx, {
      ...(await certificationFrame(house, ctx, profile, 'valid')),
      facts: standing.valid ? await validFacts(house, t, profile, standing) : [],
      empty: emptyOf(t, profile, standing, personOf(ctx).id),
      types: [...certificationTypes.toReversed(), 'none' as const].map((type) => ({
        id: type,
        word: t(`certification.type.${type}`),
        says: t(`certification.type.${type}Says`),
        isThis: type === standing.type,
      })),
    });
  };
}

async function validFacts({ businesses }: House, t: Translate, profile: Channel, standing: CertificationStanding): Promise<Fact[]> {
  const number = standing.valid?.form?.businessNumber ?? profile.businessNumber ?? '';
  const decidedAt = standing.valid?.review.decision?.decidedAt ?? 0;
  return [
    fact(t('certification.type'), t(`certification.type.${standing.type}`)),
    fact(t('certification.since'), { kind: 'time', time: momentOf(decidedAt) }),
    ...businessFacts(t, number, await businesses.byNumber(number)),
  ];
}

function emptyOf(t: Translate, profile: Channel, { state, newest }: CertificationStanding, personId: string): Empty | null {
  if (state === 'valid') return null;
  if (state === 'pending') return pendingEmpty(t, profile, newest?.review.submittedAt ?? 0);
  const refusal = hasChannelRole(profile, personId, 'manager') ? null : t('certification.managersOnly');
  const apply = (word: string) => link(word, certificationPath(profile, 'apply'), 'primary', { refusal, testid: 'apply' });
  if (state === 'none') {
    return { title: t('certification.none'), says: t('certification.noneNext'), actions: [apply(t('certification.apply'))] };
  }
  const reason = newest?.review.decision?.reason ?? '';
  return {
    title: t('certification.rejected'),
    says: `${t('certification.reason')}: ${reason} ${t('certification.rejectedNext')}`,
    actions: [apply(t('certification.again')), link(t('certification.toHistory'), certificationPath(profile, 'history'))],
  };
}

/** An application is under way. */
export function pendingEmpty(t: Translate, profile: Channel, submittedAt: number): Empty {
  return {
    title: t('certification.pending'),
    says: t('certification.pendingNext', { at: momentOf(submittedAt).text }),
    actions: [
      link(t('certification.toHistory'), certificationPath(profile, 'history')),
      link(t('certification.toDesk'), '/_sim/reviews', 'quiet'),
    ],
  };
}
