/** The button of a message: only who got it can press it, and it leads nowhere but to the link that was sent. */
import { RuleBroken } from '../rule.ts';
import type { Tx } from '../store/index.ts';
import type { MessagesDeps } from './deps.ts';

/** There is no such message, or it is not this person's to see, or it has no button to press. */
export class UnknownMessage extends RuleBroken {
  readonly code = 'unknown_message';
}

/** Counts the click and resolves with the link. Throws UnknownMessage. */
export async function click({ clock }: MessagesDeps, tx: Tx, accountId: string, messageId: string): Promise<string> {
  const message = await tx.get('messages', messageId);
  const receipt = await tx.get('receipts', `${messageId}:${accountId}`);
  if (!message?.button || !receipt) throw new UnknownMessage(`no button in message ${messageId} for ${accountId}`, { messageId });
  const now = clock.now();
  const { clicks, clickedAt, openedAt } = receipt;
  tx.put('receipts', { ...receipt, openedAt: openedAt ?? now, clicks: clicks + 1, clickedAt: clickedAt ?? now });
  return message.button.link;
}
