/** `GET /_sim/inbox`: the receiver of each app. */
import type { Context } from 'koa';
import type { House } from '../../../house.ts';
import { inboxKinds } from '../../../inbox/index.ts';
import { reading } from '../../../web/language.ts';
import { screen } from '../../../web/screens.ts';
import { type Head, head } from '../head.ts';
import { kindWord, pathOf } from './words.ts';

interface InboxesScreen {
  head: Head;
  apps: { name: string; id: string; path: string; says: string; isUsed: boolean }[];
}

const inboxesPage = screen<InboxesScreen>('operator/inboxes');

export function showInboxes(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const apps = (await house.apps.all()).map(async ({ id, name }) => {
      const [newest] = await house.inbox.items(id, { limit: 1 });
      const used: string[] = [];
      for (const kind of inboxKinds) {
        const endpoint = await house.webhooks.endpoint(id, kind);
        if (endpoint?.url === house.inbox.address(id, kind)) used.push(kindWord(t, kind));
      }
      const arrived = newest ? t('inbox.hasItems') : t('inbox.hasNone');
      const says = used.length > 0 ? `${t('inbox.usedFor', { kinds: used.join(', ') })} · ${arrived}` : arrived;
      return { id, name, path: pathOf(id), says, isUsed: used.length > 0 || newest !== undefined };
    });
    const cards = (await Promise.all(apps)).sort((a, b) => Number(b.isUsed) - Number(a.isUsed));
    await inboxesPage(ctx, { head: head(ctx, { heading: t('inbox.title'), lead: t('inbox.lead') }), apps: cards });
  };
}
