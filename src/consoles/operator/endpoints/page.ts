/** `GET /_sim/endpoints/:id`: one endpoint: address, state, settings, and trouble on demand. */
import type { Context } from 'koa';
import type { House } from '../../../house.ts';
import { reading } from '../../../web/language.ts';
import { screen } from '../../../web/screens.ts';
import type { Form } from '../../kit/form.ts';
import { type Fact, fact } from '../../kit/parts.ts';
import { listPath } from '../deliveries/filters.ts';
import { type Head, head } from '../head.ts';
import { addressFormOf } from './address.ts';
import { settingsFormOf } from './settings.ts';
import { stateFormOf } from './state.ts';
import { type Returned, type Subject, subjectOf } from './subject.ts';
import { type Armed, armedAt, troubleFormOf } from './troubles.ts';
import { endpointCard, type EndpointCard, stateBadge } from './words.ts';

interface EndpointScreen {
  head: Head;
  facts: Fact[];
  address: Form;
  /** What there is only once an address is registered. */
  served: {
    note: { says: string; look: 'wait' | 'fail' } | null;
    state: { form: Form; says: string };
    settings: Form;
    armed: Armed[];
    trouble: Form;
  } | null;
}

const endpointPage = screen<EndpointScreen>('operator/endpoint');

export function showEndpoint(house: House) {
  return async (ctx: Context): Promise<void> => {
    const subject = await subjectOf(house, ctx);
    if (subject) await drawEndpoint(house, ctx, subject);
  };
}

export async function drawEndpoint(house: House, ctx: Context, subject: Subject, returned?: Returned, status = 200): Promise<void> {
  const { t } = reading(ctx);
  const { app, kind, endpoint } = subject;
  const card = endpoint && (await endpointCard(house, t, endpoint));
  await endpointPage(
    ctx,
    {
      head: head(ctx, {
        heading: t(`callback.${kind}`),
        lead: `${app.name} (${app.id})`,
        ...(endpoint && { badge: stateBadge(t, endpoint.state) }),
        trail: [{ href: '/_sim/endpoints', word: t('endpoints.title') }],
      }),
      facts: card ? factsOf(ctx, subject, card) : [],
      address: addressFormOf(house, ctx, subject, card?.waiting ?? 0, returned),
      served: endpoint
        ? {
            note: card?.note ? { says: card.note, look: endpoint.state === 'disabled' ? 'fail' : 'wait' } : null,
            state: stateFormOf(house, ctx, endpoint, card?.waiting ?? 0, returned),
            settings: settingsFormOf(house, ctx, endpoint, returned),
            armed: await armedAt(house, ctx, endpoint),
            trouble: troubleFormOf(house, ctx, endpoint, eventsOf(house, kind), returned),
          }
        : null,
    },
    status,
  );
}

function factsOf(ctx: Context, { app, kind }: Subject, { lastSuccess, waiting, failed, method, url }: EndpointCard): Fact[] {
  const { t } = reading(ctx);
  const counted = (count: number, state: 'pending' | 'parked') =>
    count === 0
      ? ({ kind: 'none', text: t('endpoints.none') } as const)
      : ({ kind: 'link', text: t('endpoints.count', { count }), href: listPath({ app: app.id, kind, state }) } as const);
  return [
    fact(t('endpoints.url'), { kind: 'code', text: `${method} ${url}` }),
    fact(t('endpoints.lastSuccess'), lastSuccess ? { kind: 'time', time: lastSuccess } : { kind: 'none', text: t('endpoints.never') }),
    fact(t('endpoints.waiting'), counted(waiting, 'pending')),
    fact(t('endpoints.failed'), counted(failed, 'parked')),
  ];
}

/** The events that an endpoint of this kind receives. */
function eventsOf({ consent }: House, kind: Subject['kind']): string[] {
  return consent.triggers.filter((each) => each.kind === kind).map(({ name }) => name);
}
