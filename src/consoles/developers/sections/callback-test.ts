/** 웹훅 테스트: any callback about whoever works here, sent to its address or looked at. Nothing has happened. Source: kakao-api 3.1. */
import { z } from 'zod';
import { type TestRequest, triggers, type UnlinkReason, unlinkReasons } from '../../../consent/index.ts';
import { prettyJson } from '../../../json.ts';
import { RuleBroken } from '../../../rule.ts';
import type { Outgoing } from '../../../webhooks/index.ts';
import { fieldsOf } from '../../kit/fields.ts';
import type { Form } from '../../kit/form.ts';
import { button } from '../../kit/parts.ts';
import { personIfAny } from '../../kit/person.ts';
import { pathOf } from '../cards.ts';
import { type Deed, deed } from '../deed.ts';
import { code, type Fact, type Subject } from '../section.ts';
import { control, draftAt } from '../subject.ts';

const testing = z.object({
  event: z.string().max(100),
  reason: z.enum(unlinkReasons).default('UNLINK_FROM_APPS'),
  decision: z.string().optional(),
});

/** What is wrong with a test, in words. */
const RULES = {
  no_callback_address: ['', 'appRule.no_callback_address'],
  no_channel_to_tell: ['', 'appRule.no_channel_to_tell'],
  no_user_to_tell: ['', 'appRule.no_user_to_tell'],
  reason_not_told: ['reason', 'appRule.reason_not_told'],
  unknown_trigger: ['event', 'appRule.unknown_event'],
} as const;

const sending = deed({
  path: 'callbacks/test',
  section: () => 'callbacks',
  needs: 'editor',
  schema: () => testing,
  rules: () => RULES,
  apply: ({ house, by, app }, { event, reason }) => house.consent.testCallback(by, app.id, { name: event, reason }),
  done: 'sent',
});

/** Sends it, or leads to the page that shows it. */
export const testDeed: Deed = {
  ...sending,
  async take(doing, ctx, draw) {
    const { decision, event, reason } = ctx.request.body as Record<string, unknown>;
    if (decision !== 'preview') return sending.take(doing, ctx, draw);
    const query = new URLSearchParams({ preview: String(event), reason: String(reason) });
    ctx.redirect(`${pathOf(doing.app)}?${query}#callbacks`);
    ctx.status = 303;
  },
};

export function testForm(subject: Subject): Form {
  const { ctx, t } = subject;
  const { preview: event = 'unlink', reason = 'UNLINK_FROM_APPS' } = ctx.query;
  const draft = draftAt(subject, 'callbacks/test', { event: String(event), reason: String(reason) });
  const field = fieldsOf(ctx, draft);
  const events = triggers.map(({ name, kakaoCause }) => ({ value: name, word: `${name}: ${t(kakaoCause)}` }));
  return control(subject, {
    path: 'callbacks/test',
    section: 'callbacks',
    draft,
    fields: [
      field.select('event', t('developers.testEvent'), events),
      field.select(
        'reason',
        t('developers.testReason'),
        unlinkReasons.map((value) => ({ value, word: value })),
        {
          hint: t('developers.testReasonHint'),
        },
      ),
    ],
    actions: [
      button(t('developers.testSend'), 'plain', { name: 'decision', value: 'send', testid: 'test-send' }),
      button(t('developers.testPreview'), 'quiet', { name: 'decision', value: 'preview', testid: 'test-preview' }),
    ],
  });
}

/** What `?preview=` asks to see: method and address, headers without the key, the body, and what a token says. */
export async function preview(subject: Subject): Promise<Fact[]> {
  const { house, ctx, app, t, may } = subject;
  const person = personIfAny(ctx);
  const { preview: event, reason } = ctx.query;
  if (typeof event !== 'string' || !person || !may('editor')) return [];
  const label = t('developers.testPreviewOf', { event });
  const request: TestRequest = { name: event, ...(isReason(reason) && { reason }) };
  try {
    const callback = await house.consent.previewCallback(person.id, app.id, request);
    return [{ label, values: linesOf(callback).map(code), none: '' }];
  } catch (error) {
    const rule = error instanceof RuleBroken ? RULES[error.code as keyof typeof RULES] : undefined;
    if (!rule) throw error;
    return [{ label, values: [], none: t(rule[1]) }];
  }
}

const isReason = (value: unknown): value is UnlinkReason => unlinkReasons.some((reason) => reason === value);

function linesOf({ endpoint: { method, url }, headers, body }: Outgoing): string[] {
  const shown = Object.entries(headers).map(([name, value]) => `${name}: ${name === 'Authorization' ? 'KakaoAK ••••••••' : value}`);
  const [, payload, signature] = body.split('.');
  const told = signature && payload && !body.startsWith('{') ? [prettyJson(Buffer.from(payload, 'base64url').toString('utf8'))] : [];
  return [`${method} ${url}`, ...shown, body, ...told];
}
