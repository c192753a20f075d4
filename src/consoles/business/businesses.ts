/** `GET /business/businesses`: 사업자 정보 of the person, and what belongs to each. Source: guide, 준비 2. */
import type { Context } from 'koa';
import type { House } from '../../house.ts';
import type { OwnBusiness } from '../../sync/index.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import type { Translate } from '../../web/text/index.ts';
import type { Frame } from '../kit/frame.ts';
import { type Action, type Empty, type Fact, fact, link, type Tabs } from '../kit/parts.ts';
import { personOf } from '../kit/person.ts';
import { businessFacts } from './business-facts.ts';
import { nameOf, pageFrame, places, tabsOf } from './page.ts';

interface BusinessesScreen {
  frame: Frame;
  tabs: Tabs;
  businesses: { id: string; name: string; facts: Fact[]; actions: Action[] }[];
  actions: Action[];
  empty: Empty;
}

const businessesPage = screen<BusinessesScreen>('business/businesses');

export function showBusinesses(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const by = personOf(ctx).id;
    const mine = await house.sync.businessesOf(by);
    const register = link(t('business.businesses.register'), `${places.businesses}/new`, 'primary', { testid: 'register' });
    await businessesPage(ctx, {
      frame: await pageFrame(house, ctx, { heading: t('business.businesses'), lead: t('business.businesses.lead') }),
      tabs: tabsOf(ctx, 'businesses'),
      businesses: mine.map((own) => ({
        id: own.business.id,
        name: own.business.companyName,
        facts: factsOf(t, own),
        actions: own.business.registeredBy === by ? [changeOf(t, own)] : [],
      })),
      actions: [register],
      empty: { title: t('business.businesses.none'), says: t('business.businesses.noneNext'), actions: [register] },
    });
  };
}

function changeOf(t: Translate, { business: { id } }: OwnBusiness): Action {
  return link(t('business.change'), `${places.businesses}/${id}`, 'plain', { testid: `change-${id}` });
}

function factsOf(t: Translate, { business, apps, channels }: OwnBusiness): Fact[] {
  const facts = businessFacts(t, business);
  if (apps.length > 0) facts.push(fact(t('business.usedByApps'), ...apps.map(nameOf)));
  if (channels.length > 0)
    facts.push(fact(t('business.usedByProfiles'), ...channels.map(({ name, profileNumber: id }) => nameOf({ name, id }))));
  if (apps.length + channels.length === 0)
    facts.push(fact(t('business.usedByApps'), { kind: 'none', text: t('business.businesses.unused') }));
  return facts;
}
