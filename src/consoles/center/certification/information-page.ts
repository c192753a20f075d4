/** The page of STEP 01: the number with its search, the business that was found or is to be typed, and the papers. */
import type { Context } from 'koa';
import { type Business, businessFields, NumberRefused, tradesOf } from '../../../businesses/index.ts';
import { type CertificationEntry, certificationTypes, type Channel, type Paper } from '../../../channels/index.ts';
import type { House } from '../../../house.ts';
import { reading } from '../../../web/language.ts';
import { screen } from '../../../web/screens.ts';
import type { Translate } from '../../../web/text/index.ts';
import { textOf, type Typed } from '../../../web/typed.ts';
import type { Draft } from '../../kit/draft.ts';
import type { FieldGroup } from '../../kit/field.ts';
import { type Fields, fieldsOf } from '../../kit/fields.ts';
import { type Form, formOf } from '../../kit/form.ts';
import { type Action, button, type Empty, type Fact, link, type Stepper, stepper } from '../../kit/parts.ts';
import { paperGroups } from './paper-fields.ts';
import { businessFacts, type CertificationFrame, certificationFrame, certificationPath } from './shared.ts';
import { pendingEmpty } from './valid.ts';

interface InformationScreen extends CertificationFrame {
  steps: Stepper;
  /** Of an application that was turned down: why, and where the values come from. */
  before: string[];
  form: Form;
  number: FieldGroup;
  search: Action[];
  business: { title: string; says: string; facts: Fact[] } | null;
  others: FieldGroup[];
}

const informationPage = screen<InformationScreen>('center/certification-form');
const closedPage = screen<CertificationFrame & { empty: Empty }>('center/certification-closed');

export async function drawInformation(house: House, ctx: Context, profile: Channel, draft: Draft, status = 200): Promise<void> {
  const { t } = reading(ctx);
  const field = fieldsOf(ctx, draft);
  const found = await lookUp(house, draft.typed);
  const number = numberGroup(t, field);
  const entry = found === 'unknown' ? [entryGroup(t, field)] : [];
  const typedTrades = tradesOf({ type: textOf(draft.typed, 'business.type'), item: textOf(draft.typed, 'business.item') });
  const needed: readonly Paper[] = ['registration', 'identity', ...(typeof found === 'object' ? tradesOf(found) : typedTrades)];
  const others = [...entry, ...(await paperGroups(house, ctx, profile, draft, needed))];
  const { newest } = await house.channels.certificationStanding(profile.id);
  const actions = [button(t('certification.next'), 'primary', { name: 'step', value: 'next', testid: 'next' })];
  await informationPage(
    ctx,
    {
      ...(await certificationFrame(house, ctx, profile, 'apply')),
      steps: certificationSteps(t, 0),
      before: newest ? beforeOf(t, newest) : [],
      form: formOf(ctx, draft, { groups: [number, ...others], actions }),
      number,
      search: [button(t('certification.search'), 'plain', { name: 'step', value: 'search', testid: 'search' })],
      business:
        typeof found === 'object'
          ? { title: t('certification.business'), says: t('certification.found'), facts: businessFacts(t, found.id, found) }
          : null,
      others,
    },
    status,
  );
}

/** The page while there is nothing to fill in. */
export async function drawClosed(house: House, ctx: Context, profile: Channel, status: number): Promise<void> {
  const { t } = reading(ctx);
  const { state, newest } = await house.channels.certificationStanding(profile.id);
  const isValid = state === 'valid';
  const valid = {
    title: t('status.certified'),
    says: t('certification.closedNext'),
    actions: [link(t('certification.toValid'), certificationPath(profile, 'valid'))],
  };
  const empty = isValid ? valid : pendingEmpty(t, profile, newest?.review.submittedAt ?? 0);
  await closedPage(ctx, { ...(await certificationFrame(house, ctx, profile, 'apply')), empty }, status);
}

export function certificationSteps(t: Translate, at: number): Stepper {
  return stepper(t, t('certification.steps'), ['certification.step.information', 'certification.step.confirm'], at);
}

/** The business under the number that was typed, if it is stored; none while there is no number. */
async function lookUp({ businesses }: House, typed: Typed): Promise<Business | 'unknown' | 'none'> {
  try {
    return (await businesses.lookUp([textOf(typed, 'number.0'), textOf(typed, 'number.1'), textOf(typed, 'number.2')])) ?? 'unknown';
  } catch (error) {
    if (error instanceof NumberRefused) return 'none';
    throw error;
  }
}

function beforeOf(t: Translate, { review, form }: CertificationEntry): string[] {
  const { reason = '' } = review.decision ?? {};
  return [`${t('certification.reason')}: ${reason}`, ...(form ? [t('certification.before')] : [])];
}

function numberGroup(t: Translate, field: Fields): FieldGroup {
  const types = certificationTypes.map((value) => ({
    value,
    word: t(`certification.type.${value}`),
    note: t(`certification.type.${value}Says`),
  }));
  return {
    title: t('certification.group.number'),
    hint: null,
    fields: [
      field.radios('type', t('certification.type'), types),
      field.registrationNumber('number', t('certification.number'), { hint: t('certification.numberHint') }),
    ],
  };
}

function entryGroup(t: Translate, field: Fields): FieldGroup {
  const words = {
    companyName: 'companyName',
    representative: 'representative',
    type: 'businessType',
    item: 'item',
    address: 'address',
  } as const;
  const fields = businessFields.map((name) => field.text(`business.${name}`, t(`certification.${words[name]}`)));
  return { title: t('certification.enter'), hint: t('certification.enterHint'), fields };
}
