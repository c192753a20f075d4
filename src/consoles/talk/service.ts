/** `GET /talk/services/:app`: what one service may see, with the value that it gets, and what was agreed to, since when. */
import type { Context } from 'koa';
import type { Account } from '../../accounts/index.ts';
import { type App, consentItem } from '../../apps/index.ts';
import type { ItemStanding, Link } from '../../consent/index.ts';
import type { House } from '../../house.ts';
import { AGE_CHECK_TAG } from '../../terms/index.ts';
import { iconPath } from '../../web/icons.ts';
import { reading } from '../../web/language.ts';
import { type Moment, momentOf } from '../../web/moment.ts';
import { screen } from '../../web/screens.ts';
import type { Language, Translate } from '../../web/text/index.ts';
import { type Fact, fact } from '../kit/parts.ts';
import { personOf } from '../kit/person.ts';
import { type Disclosed, disclosed } from './disclosed.ts';
import { phoneOf, type PhoneScreen } from './phone.ts';
import { servicePath } from './services.ts';

export interface ItemCard {
  id: string;
  label: string;
  isAgreed: boolean;
  /** 필수 동의: it ends with the connection alone. */
  isLocked: boolean;
  at: Moment | null;
  values: Disclosed[];
  /** Where an optional item is withdrawn. */
  withdrawal: string | null;
}

interface ServiceScreen extends PhoneScreen {
  app: { id: string; name: string; company: string; icon: string | null };
  facts: Fact[];
  items: ItemCard[];
  terms: { tag: string; title: string; url: string | null; at: Moment; required: string | null }[];
  paths: { disconnection: string; forgetting: string; record: string };
}

const servicePage = screen<ServiceScreen>('talk/service');

export interface Service {
  account: Account;
  app: App;
  link: Link;
}

/** The service of this request and the person's link to it, if the person is a user of it. */
export async function serviceOf(house: House, ctx: Context): Promise<Service | undefined> {
  const account = personOf(ctx);
  const app = await house.apps.byId(String(ctx.params.app));
  const link = app && (await house.consent.linksOf(account.id)).find(({ appId }) => appId === app.id);
  return link && { account, app, link };
}

export function showService(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t, language } = reading(ctx);
    const service = await serviceOf(house, ctx);
    if (!service) return;
    const { account, app, link } = service;
    const items = await house.consent.itemsOf(app, link);
    await servicePage(ctx, {
      phone: await phoneOf(house, ctx, account, 'services', { heading: app.name }),
      app: { id: app.id, name: app.name, company: app.company, icon: iconPath(app) },
      facts: factsOf(t, link),
      items: await Promise.all(items.map((item) => itemCard(house, language, service, item))),
      terms: await termsOf(house, t, language, service),
      paths: {
        disconnection: servicePath(app.id, '/disconnection'),
        forgetting: servicePath(app.id, '/forgetting'),
        record: `/_sim/records/${encodeURIComponent(app.id)}/${encodeURIComponent(account.id)}`,
      },
    });
  };
}

function factsOf(t: Translate, { number, connectedAt, synchedAt, state }: Link): Fact[] {
  const time = (label: string, at: number | null): Fact[] => (at === null ? [] : [fact(label, { kind: 'time', time: momentOf(at) })]);
  return [
    fact(t('talk.userNumber'), { kind: 'copy', text: number, of: t('talk.userNumber') }),
    ...time(t('talk.since'), connectedAt),
    ...time(t('talk.synched'), synchedAt),
    ...(state === 'preregistered' ? [fact(t('talk.state'), t('talk.preregistered'))] : []),
  ];
}

export async function itemCard(house: House, language: Language, { account, app, link }: Service, item: ItemStanding): Promise<ItemCard> {
  const agreedAt = link.items.find(({ id }) => id === item.id)?.agreedAt;
  return {
    id: item.id,
    label: consentItem(item.id, app)?.label[language] ?? item.id,
    isAgreed: item.agreed,
    isLocked: !item.revocable,
    at: agreedAt === undefined ? null : momentOf(agreedAt),
    values: item.agreed && item.using ? await disclosed(house, app, link, account, item.id) : [],
    withdrawal: item.agreed && item.revocable ? servicePath(app.id, `/items/${encodeURIComponent(item.id)}/withdrawal`) : null,
  };
}

/** By the date of the agreement; one whose term is gone meanwhile is called by its tag. */
async function termsOf(house: House, t: Translate, language: Language, { account, app }: Service): Promise<ServiceScreen['terms']> {
  const terms = await house.terms.approved(app.id);
  const agreements = [...(await house.terms.agreements(app.id, account.id))].sort((a, b) => a.agreedAt - b.agreedAt);
  return agreements.map(({ tag, agreedAt }) => {
    const term = terms.find((each) => each.tag === tag);
    const isAge = tag === AGE_CHECK_TAG;
    return {
      tag,
      title: isAge ? t('talk.ageCheck') : (term?.title[language] ?? tag),
      url: term?.url ?? null,
      at: momentOf(agreedAt),
      required: term || isAge ? t(isAge || term?.required ? 'talk.required' : 'talk.optional') : null,
    };
  });
}
