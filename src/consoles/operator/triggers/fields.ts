/** The fields of an event: those that it needs, filled from things as they stand. */
import type { Context } from 'koa';
import type { App } from '../../../apps/index.ts';
import { unlinkReasons } from '../../../consent/index.ts';
import type { House } from '../../../house.ts';
import { reading } from '../../../web/language.ts';
import { freshDraft } from '../../kit/draft.ts';
import type { Field } from '../../kit/field.ts';
import { fieldsOf } from '../../kit/fields.ts';
import type { Choice } from './choice.ts';

export function choiceFields(
  house: House,
  ctx: Context,
  { app, trigger, users, channels, scopes, request }: Choice,
  apps: readonly App[],
): Field[] {
  const { t } = reading(ctx);
  const { needs, kind, name } = trigger;
  const { accountId: user = '', channelId: channel = '', reason = '', scopes: chosen = scopes } = request;
  const field = fieldsOf(ctx, freshDraft(house, ctx, { app: app.id, event: name, user, channel, reason, scopes: chosen }));
  const people = users.map(({ id, name: nickname, number }) => ({ value: id, word: `${nickname} (${number ?? t('triggers.notLinked')})` }));
  const notTold = (value: string) => kind === 'unlink' && UNTOLD.includes(value) && { refusal: t('triggers.reasonNotTold') };
  return [
    field.select(
      'app',
      t('triggers.app'),
      apps.map((each) => ({ value: each.id, word: `${each.name} (${each.id})` })),
    ),
    field.select(
      'event',
      t('triggers.event'),
      house.consent.triggers.map((each) => ({ value: each.name, word: each.name })),
    ),
    ...(people.length > 0 ? [field.select('user', t('triggers.user'), people, { hint: t('triggers.userHint') })] : []),
    ...(needs.includes('channel') && channels.length > 0
      ? [
          field.select(
            'channel',
            t('triggers.channel'),
            channels.map(({ id, name: word }) => ({ value: id, word: `${word} (${id})` })),
          ),
        ]
      : []),
    ...(needs.includes('reason')
      ? [
          field.select(
            'reason',
            t('triggers.reason'),
            unlinkReasons.map((value) => ({ value, word: value, ...notTold(value) })),
          ),
        ]
      : []),
    ...(needs.includes('scope') && scopes.length > 0
      ? [
          field.checks(
            'scopes',
            t('triggers.scopes'),
            scopes.map((value) => ({ value, word: value })),
            { hint: t('triggers.scopesHint') },
          ),
        ]
      : []),
  ];
}

/** What the unlink webhook does not tell. Source: kakao-api 3.4. */
const UNTOLD: readonly string[] = ['UNLINK_FROM_SERVICE'];
