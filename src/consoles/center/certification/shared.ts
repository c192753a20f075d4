/** What the pages of 비즈니스 인증 share: their frame and tabs, and a business in words. */
import type { Context } from 'koa';
import type { BusinessFacts } from '../../../businesses/index.ts';
import type { Channel } from '../../../channels/index.ts';
import type { House } from '../../../house.ts';
import { reading } from '../../../web/language.ts';
import type { Translate } from '../../../web/text/index.ts';
import { type Fact, fact, type Tabs } from '../../kit/parts.ts';
import { type ProfileFrame, profileFrame, profilePath, tabs } from '../profile.ts';

/** 유효 정보, 히스토리, 인증 하기; STEP 02 is below the last. */
export type CertificationTab = 'valid' | 'history' | 'apply';

export interface CertificationFrame extends ProfileFrame {
  tabs: Tabs;
}

export async function certificationFrame(house: House, ctx: Context, profile: Channel, tab: CertificationTab): Promise<CertificationFrame> {
  const { t } = reading(ctx);
  const pages = (['valid', 'history', 'apply'] as const).map((each) => ({
    word: t(`certification.tab.${each}`),
    href: certificationPath(profile, each),
    isCurrent: each === tab,
  }));
  return {
    ...(await profileFrame(house, ctx, profile, 'certification', { heading: t('certification.title'), lead: t('certification.lead') })),
    tabs: tabs(t('certification.title'), pages),
  };
}

export function certificationPath(profile: Pick<Channel, 'id'>, page: CertificationTab | 'confirmation'): string {
  const below = { valid: '', history: '/history', apply: '/new', confirmation: '/confirmation' };
  return profilePath(profile, 'certification') + below[page];
}

export function paperPath(profile: Pick<Channel, 'id'>, documentId: string): string {
  return `${profilePath(profile, 'certification')}/papers/${encodeURIComponent(documentId)}`;
}

export function businessFacts(t: Translate, number: string, business: BusinessFacts | undefined): Fact[] {
  if (!business) return [fact(t('certification.businessNumber'), number)];
  return [
    fact(t('certification.businessNumber'), number),
    fact(t('certification.companyName'), business.companyName),
    fact(t('certification.representative'), business.representative),
    fact(t('certification.businessType'), business.type),
    fact(t('certification.item'), business.item),
    fact(t('certification.address'), business.address),
  ];
}
