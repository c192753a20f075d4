/** Which events can be sent by hand, what each needs, and what may be wrong with a request. */
import { accountEvents, type AccountEventName } from '../../apps/index.ts';
import { RuleBroken } from '../../rule.ts';
import type { Endpoint } from '../../store/index.ts';
import type { UnlinkReason } from '../callbacks/unlink.ts';

export type TriggerName = 'channel.added' | 'channel.blocked' | 'sync.signed_up' | 'unlink' | `account.${AccountEventName}`;

/** An event that can be sent by hand. */
export interface Trigger {
  name: TriggerName;
  kind: Endpoint['kind'];
  needs: readonly ('user' | 'channel' | 'reason' | 'scope')[];
  /** Key of the text that says what causes it at Kakao. */
  kakaoCause: `trigger.${TriggerName}`;
}

const trigger = (name: TriggerName, kind: Endpoint['kind'], ...more: ('channel' | 'reason' | 'scope')[]): Trigger => ({
  name,
  kind,
  needs: ['user', ...more],
  kakaoCause: `trigger.${name}`,
});

const ofAccount = ({ name }: { name: AccountEventName }): Trigger => {
  if (name === 'user-unlinked') return trigger(`account.${name}`, 'account', 'reason');
  const isOfScope = name === 'user-scope-consent' || name === 'user-scope-withdraw';
  return trigger(`account.${name}`, 'account', ...(isOfScope ? (['scope'] as const) : []));
};

export const triggers: readonly Trigger[] = [
  trigger('channel.added', 'channel', 'channel'),
  trigger('channel.blocked', 'channel', 'channel'),
  trigger('sync.signed_up', 'sync'),
  trigger('unlink', 'unlink', 'reason'),
  ...accountEvents.map(ofAccount),
];

/** What is to be sent, about whom. What may be left out is taken from the state. */
export interface TriggerRequest {
  name: string;
  appId: string;
  accountId?: string | undefined;
  /** The profile on the consent screen unless told otherwise, or else the first connected one. */
  channelId?: string | undefined;
  /** `UNLINK_FROM_APPS` unless told otherwise. */
  reason?: UnlinkReason | undefined;
  /** All items that the user agreed to unless told otherwise. */
  scopes?: readonly string[] | undefined;
}

/** There is no such event. `details.name`. */
export class UnknownTrigger extends RuleBroken {
  readonly code = 'unknown_trigger';
}

/** No address is registered that a callback could be sent to. `details.appId`, `details.kind`. */
export class NoCallbackAddress extends RuleBroken {
  readonly code = 'no_callback_address';
}

/** A callback is about a profile, and the app is connected to none, or not to this one. */
export class NoChannelToTell extends RuleBroken {
  readonly code = 'no_channel_to_tell';
}

/** A callback is about a user, and this person has never been one of the app. `details.accountId`. */
export class NoUserToTell extends RuleBroken {
  readonly code = 'no_user_to_tell';
}

/** The service itself unlinked: of that the webhook does not tell. */
export class ReasonNotTold extends RuleBroken {
  readonly code = 'reason_not_told';
}
