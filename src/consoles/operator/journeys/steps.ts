/** Steps as a person reads them: what each was, what it said, where it led, and its bytes. */
import type { House } from '../../../house.ts';
import { destinationOf, type Journey, type JourneyStep } from '../../../journeys/index.ts';
import { type Moment, momentOf } from '../../../web/moment.ts';
import type { Translate } from '../../../web/text/index.ts';
import { type DeliveryCard, deliveryCard } from '../deliveries/cards.ts';
import { type Parameter, parametersOf, requestText, responseText } from './bytes.ts';
import { callbacksOf } from './callbacks.ts';
import type { ExhibitOf } from './exhibit.ts';
import type { Mask } from './mask.ts';
import { agrees, titleOf } from './titles.ts';
import { lasted } from './words.ts';

export interface StepCard {
  number: number;
  title: string;
  look: 'ok' | 'plain' | 'fail';
  at: Moment;
  /** Since the first step. */
  since: string;
  took: string;
  line: string;
  status: number;
  /** The status, or that there was none. */
  answered: string;
  parameters: Parameter[];
  /** The optional rows that were offered, and whether each was ticked. */
  ticks: { name: string; isTicked: boolean }[];
  refusal: { href: string; code: string } | null;
  /** The fault that was asked for and met. */
  fault: string | null;
  /** Where the page that was shown can be seen again. */
  gallery: string | null;
  /** Where the browser is sent. */
  onward: string | null;
  callbacks: DeliveryCard[];
  request: string;
  /** A page is named and not kept. */
  response: string;
}

export async function stepCards(
  house: House,
  t: Translate,
  journey: Journey,
  steps: readonly JourneyStep[],
  mask: Mask,
  exhibitOf: ExhibitOf = () => null,
): Promise<StepCard[]> {
  const callbacks = await callbacksOf(house, journey, steps);
  const agreed = steps.findLast(agrees);
  return Promise.all(
    steps.map(async (step, at) => ({
      number: at + 1,
      title: t(titleOf(step, house.url)),
      look: lookOf(step),
      at: momentOf(step.at),
      since: `+${lasted(t, step.at - journey.startedAt)}`,
      took: lasted(t, step.durationMs),
      line: `${step.method} ${mask(step.url.split('?', 1)[0]!)}`,
      status: step.status,
      answered: step.status === 0 ? t('journeys.noAnswer') : String(step.status),
      parameters: parametersOf(step, mask),
      ticks: step === agreed ? ticksOf(journey) : [],
      refusal: await refusalOf(house, step),
      fault: step.fault,
      gallery: exhibitOf(step),
      onward: onwardOf(house, step, mask),
      callbacks: await Promise.all((callbacks.get(step.id) ?? []).map((delivery) => deliveryCard(house, t, delivery))),
      request: requestText(step, mask),
      response: responseText(step, mask),
    })),
  );
}

function lookOf({ status, refusalId, screen }: JourneyStep): StepCard['look'] {
  if (refusalId || status === 0 || status >= 400 || screen === 'oauth/error') return 'fail';
  return status >= 300 ? 'plain' : 'ok';
}

function ticksOf({ consent }: Journey): StepCard['ticks'] {
  return (consent?.optional ?? []).map((name) => ({ name, isTicked: consent?.ticked?.includes(name) ?? false }));
}

async function refusalOf({ refusals }: House, { refusalId }: JourneyStep): Promise<StepCard['refusal']> {
  const refusal = refusalId ? await refusals.byId(refusalId) : undefined;
  return refusal ? { href: `/_sim/why/${encodeURIComponent(refusal.id)}`, code: refusal.code } : null;
}

function onwardOf({ url: ownUrl }: House, step: JourneyStep, mask: Mask): string | null {
  const destination = destinationOf(step, ownUrl);
  if (!destination) return null;
  const { url, isOurs } = destination;
  return mask(isOurs ? url.pathname + url.search : url.href);
}
