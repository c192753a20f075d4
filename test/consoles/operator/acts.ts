/** What the desk does in tests: a form filled in, and confirmed. */
import assert from 'node:assert/strict';
import { press, shown } from '../../helpers/forms.ts';
import { APPS, type World } from '../../helpers/house.ts';
import type { Page, Visitor } from '../../helpers/visitor.ts';

export const APP = APPS.current;
export const DESK = `/_sim/desk/${APP}`;
export const TERM = { tag: 'event_20261122', ko: '이벤트 약관', en: 'Event terms', url: 'https://example.com/event', required: 'yes' };

/** Fills a form in, and says yes to what it asks. */
export async function act(visitor: Visitor, path: string, filled: Record<string, string> = {}): Promise<Page> {
  const asked = await press(visitor, await visitor.open(path), 'act-next', filled);
  assert.equal(asked.status, 200, shown(asked, 'form-problems'));
  return press(visitor, asked, 'confirm-do');
}

export async function approveNewest(world: World): Promise<void> {
  const newest = await world.house.reviews.newest('terms', APP);
  await world.house.reviews.approve(newest!.id);
}
