/** Takes back the agreement to consent items that are not required (동의 철회), in one unit of work. Source: kakao-api 2.14. */
import { RuleBroken } from '../rule.ts';
import type { App, Link } from '../store/index.ts';
import { announceAccount } from './callbacks/account.ts';
import type { ConsentDeps } from './deps.ts';
import { linkedIn } from './linked.ts';
import { recordWithdrawal } from './record/write.ts';
import { itemsOf } from './standing.ts';

/** The app does not use these items, and the person never agreed to them. `details.items`. */
export class ItemsUnknown extends RuleBroken {
  readonly code = 'items_unknown';
  constructor(items: readonly string[]) {
    super(`unknown consent items: ${items.join(', ')}`, { items });
  }
}

/** The app requires this item. `details.item`. */
export class ItemNotRevocable extends RuleBroken {
  readonly code = 'item_not_revocable';
  constructor(item: string) {
    super(`the app requires the consent item ${item}`, { item });
  }
}

/** All of the items or none; one that was not agreed to stays so. The link as it is then. Throws ItemsUnknown, ItemNotRevocable, UserNotLinked. */
export function revokeItems(
  deps: ConsentDeps,
  app: App,
  before: Link,
  items: readonly string[],
  by: 'app' | 'person' = 'app',
): Promise<Link> {
  return deps.store.write(async (tx) => {
    const link = await linkedIn(tx, before);
    const standing = await itemsOf(deps, app, link, tx);
    const unknown = items.filter((item) => !standing.some(({ id }) => id === item));
    if (unknown.length > 0) throw new ItemsUnknown(unknown);
    const required = standing.find((item) => items.includes(item.id) && !item.revocable);
    if (required) throw new ItemNotRevocable(required.id);
    const after = { ...link, items: link.items.filter((item) => !items.includes(item.id)) };
    await recordWithdrawal(deps, tx, app, link, { kind: 'item', names: items, by });
    tx.put('links', after);
    const withdrawn = link.items.map(({ id }) => id).filter((id) => items.includes(id));
    if (withdrawn.length > 0) await announceAccount(deps, tx, app, link, [{ name: 'user-scope-withdraw', scope: withdrawn }]);
    return after;
  });
}
