/** `GET /_sim/triggers`: an event to be sent by hand: chosen from things as they stand, and shown before it is sent. */
import type { Context } from 'koa';
import type { House } from '../../../house.ts';
import { RuleBroken } from '../../../rule.ts';
import { reading } from '../../../web/language.ts';
import { screen } from '../../../web/screens.ts';
import { hasText } from '../../../web/text/index.ts';
import { wireRequest, wireText } from '../../../webhooks/index.ts';
import { freshDraft } from '../../kit/draft.ts';
import type { Field } from '../../kit/field.ts';
import { type Form, formOf } from '../../kit/form.ts';
import { type Action, button, link, type Tabs } from '../../kit/parts.ts';
import { benchTabs } from '../bench.ts';
import { maskedHeader } from '../masked.ts';
import { decodedSet, type DecodedSet } from '../deliveries/secevent.ts';
import { type Head, head } from '../head.ts';
import { type Choice, choiceOf } from './choice.ts';
import { choiceFields } from './fields.ts';

interface TriggersScreen {
  head: Head;
  bench: Tabs;
  fields: Field[];
  /** What makes Kakao send it. */
  cause: string | null;
  /** What will be sent, and the form that sends it. */
  preview: { request: string; set: DecodedSet | null; form: Form } | null;
  /** Why it cannot be sent, and what to do about it. */
  refusal: { says: string; actions: Action[] } | null;
}

const triggersPage = screen<TriggersScreen>('operator/triggers');

export function showTriggers(house: House) {
  return async (ctx: Context): Promise<void> => {
    const choice = await choiceOf(house, ctx);
    if (choice) await drawTriggers(house, ctx, choice);
  };
}

export async function drawTriggers(house: House, ctx: Context, choice: Choice, status = 200): Promise<void> {
  const { t } = reading(ctx);
  const cause = choice.trigger.kakaoCause;
  await triggersPage(
    ctx,
    {
      head: head(ctx, { heading: t('triggers.title'), lead: t('triggers.lead') }),
      bench: benchTabs(ctx, 'triggers'),
      fields: choiceFields(house, ctx, choice, await house.apps.all()),
      cause: hasText(cause) ? t(cause) : null,
      ...(await previewOf(house, ctx, choice)),
    },
    status,
  );
}

async function previewOf(house: House, ctx: Context, choice: Choice): Promise<Pick<TriggersScreen, 'preview' | 'refusal'>> {
  const { t } = reading(ctx);
  try {
    const { endpoint, headers, body } = await house.consent.previewTrigger(choice.request);
    const { method, url } = endpoint;
    const request = wireRequest({ method, url, headers, body });
    return {
      preview: {
        request: wireText({ ...request, headers: request.headers.map(maskedHeader) }),
        set: await decodedSet(house, headers, body),
        form: formOf(ctx, freshDraft(house, ctx), {
          action: '/_sim/triggers',
          hidden: hiddenOf(choice),
          actions: [button(t('triggers.send'), 'primary', { testid: 'trigger-send' })],
        }),
      },
      refusal: null,
    };
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error;
    return { preview: null, refusal: refusalOf(ctx, choice, error) };
  }
}

function hiddenOf({ request: { name, appId, accountId = '', channelId = '', reason, scopes = [] } }: Choice): Record<string, string> {
  return { event: name, app: appId, user: accountId, channel: channelId, reason: reason ?? '', scopes: scopes.join(',') };
}

function refusalOf(ctx: Context, { app, trigger }: Choice, { code, message }: RuleBroken): TriggersScreen['refusal'] {
  const { t } = reading(ctx);
  const kind = t(`callback.${trigger.kind}`);
  switch (code) {
    case 'no_callback_address':
      return {
        says: t('triggers.noAddress', { kind }),
        actions: [link(t('triggers.register'), `/_sim/endpoints/${encodeURIComponent(`${app.id}:${trigger.kind}`)}`, 'primary')],
      };
    case 'no_user_to_tell':
      return { says: t('triggers.noUser'), actions: [link(t('shell.home'), '/')] };
    case 'no_channel_to_tell':
      return { says: t('triggers.noChannel'), actions: [link(t('console.business'), '/business')] };
    case 'reason_not_told':
      return { says: t('triggers.reasonNotTold'), actions: [] };
    default:
      return { says: t('triggers.refused', { message }), actions: [] };
  }
}
