/** `/center/profiles/:id/messages/new`: 메시지 보내기, to all friends or to a friend group. Shows what it will look like before it goes. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { Channel } from '../../../channels/index.ts';
import type { House } from '../../../house.ts';
import { isLink, type Message, MOST_LINK, MOST_TEXT, MOST_TITLE, type NewMessage } from '../../../messages/index.ts';
import { reading } from '../../../web/language.ts';
import { momentOf } from '../../../web/moment.ts';
import { screen } from '../../../web/screens.ts';
import type { TextKey } from '../../../web/text/index.ts';
import { answers, askFirst } from '../../kit/ask-first.ts';
import { saying } from '../../kit/done.ts';
import { type Draft, freshDraft } from '../../kit/draft.ts';
import { fieldsOf } from '../../kit/fields.ts';
import { type Confirm, type Form, formOf } from '../../kit/form.ts';
import { type Action, button, fact, link } from '../../kit/parts.ts';
import { personOf } from '../../kit/person.ts';
import { profileOf } from '../profile.ts';
import { type Bubble, bubbleOf, messagePath, type MessagesFrame, messagesFrame, messagesPath, skippedFacts } from './shared.ts';

const composePage = screen<MessagesFrame & { form: Form }>('center/message-new');
const confirmPage = screen<MessagesFrame & { confirm: Confirm; bubble: Bubble }>('center/message-confirm');

/** Lines as they are counted on the page, however the browser sends them. */
const lines = z.string().transform((text) => text.replace(/\r\n?/g, '\n').trim());
const TO_ALL = 'all';

const messageForm = z
  .object({
    to: z.string().min(1),
    text: lines.pipe(z.string().min(1).max(MOST_TEXT)),
    title: z.string().trim().max(MOST_TITLE).default(''),
    link: z.string().trim().max(MOST_LINK).default(''),
  })
  .superRefine(({ title, link }, { addIssue }) => {
    const wrong = (path: string, message: TextKey): void => addIssue({ code: 'custom', path: [path], message });
    if (link && !title) wrong('title', 'messages.wrong.noTitle');
    if (title && !link) wrong('link', 'messages.wrong.noLink');
    if (link && !isLink(link)) wrong('link', 'messages.wrong.link');
  });

export function showCompose(house: House) {
  return async (ctx: Context): Promise<void> => {
    const profile = await profileOf(house, ctx, 'manager');
    const wanted = String(ctx.query.to ?? TO_ALL);
    await draw(house, ctx, profile, freshDraft(house, ctx, { to: wanted }));
  };
}

export function composeMessage(house: House) {
  return async (ctx: Context): Promise<void> => {
    const profile = await profileOf(house, ctx, 'manager');
    const by = personOf(ctx).id;
    await askFirst(house, ctx, {
      schema: messageForm,
      rules: {
        unknown_group: ['to', 'messages.wrong.group'],
        app_not_connected: ['to', 'messages.wrong.notConnected'],
        nobody_receives: ['to', 'messages.wrong.nobody'],
      },
      ask: (value, carried) => ask(house, ctx, profile, messageOf(value), carried),
      apply: (value) => house.messages.send(by, profile.id, messageOf(value)),
      onward: (sent) => saying(messagePath(profile, sent), 'messageSent'),
      draw: (draft, status) => draw(house, ctx, profile, draft, status),
    });
  };
}

function messageOf({ to, text, title, link }: z.output<typeof messageForm>): NewMessage {
  return { text, button: link ? { title, link } : null, groupId: to === TO_ALL ? null : to };
}

async function ask(house: House, ctx: Context, profile: Channel, message: NewMessage, carried: (actions: Action[]) => Form): Promise<void> {
  const { t } = reading(ctx);
  const { group, recipients, skipped } = await house.messages.outlook(personOf(ctx).id, profile.id, message.groupId);
  const [send, back] = answers(t('messages.send'), t('messages.edit'));
  const refusal = recipients.length === 0 ? t('messages.wrong.nobody') : null;
  await confirmPage(ctx, {
    ...(await messagesFrame(house, ctx, profile, 'sent', { heading: t('messages.compose') })),
    bubble: bubbleOf(profile, message),
    confirm: {
      heading: t('messages.confirmHeading'),
      says: t('messages.confirmSays'),
      summary: [
        fact(t('messages.to'), group?.name ?? t('messages.allFriends')),
        fact(t('messages.willReceiveIt'), t('center.count', { count: recipients.length })),
        ...linkFacts(t('messages.link'), message.button),
        ...skippedFacts(t, skipped),
      ],
      warning: t('messages.confirmWarning'),
      form: carried([{ ...send!, refusal }, back!]),
    },
  });
}

function linkFacts(label: string, pressed: Message['button']) {
  return pressed ? [fact(label, { kind: 'code', text: pressed.link })] : [];
}

async function draw(house: House, ctx: Context, profile: Channel, draft: Draft, status = 200): Promise<void> {
  const { t } = reading(ctx);
  const field = fieldsOf(ctx, draft);
  const groups = await house.messages.groups(personOf(ctx).id, profile.id);
  const choices = groups.map(({ id, name, numbers, uploadedAt }) => ({
    value: id,
    word: t('messages.groupChoice', { name, count: numbers.length, at: momentOf(uploadedAt).text }),
  }));
  await composePage(
    ctx,
    {
      ...(await messagesFrame(house, ctx, profile, 'sent', { heading: t('messages.compose'), lead: t('messages.composeLead') })),
      form: formOf(ctx, draft, {
        fields: [
          field.select('to', t('messages.to'), [{ value: TO_ALL, word: t('messages.allFriends') }, ...choices], {
            hint: t('messages.toHint'),
          }),
          field.area('text', t('messages.text'), { most: MOST_TEXT, rows: 8 }),
          field.text('title', t('messages.title'), { hint: t('messages.titleHint', { most: MOST_TITLE }), required: false }),
          field.text('link', t('messages.link'), { type: 'url', placeholder: 'https://', hint: t('messages.linkHint'), required: false }),
        ],
        actions: [
          button(t('messages.preview'), 'primary', { testid: 'submit' }),
          link(t('center.cancel'), messagesPath(profile, 'sent'), 'quiet'),
        ],
      }),
    },
    status,
  );
}
