/** 동의 철회, 연결 끊기, and what Kakao does not have: being forgotten by a service. */
import { consentItem } from '../../apps/index.ts';
import { reading } from '../../web/language.ts';
import { fact } from '../kit/parts.ts';
import { type Deed, deed } from './deed.ts';
import { servicePath } from './services.ts';

/** `/talk/services/:app/items/:item/withdrawal`: an optional item is not provided any longer. Source: kakao-api 2.14, 3.5. */
export const withdrawal = deed(async (house, ctx, { app, link }): Promise<Deed | undefined> => {
  const { t, language } = reading(ctx);
  const item = (await house.consent.itemsOf(app, link)).find(({ id }) => id === ctx.params.item);
  if (!item?.agreed || !item.revocable) return undefined;
  const label = consentItem(item.id, app)?.label[language] ?? item.id;
  return {
    heading: t('talk.withdraw'),
    says: t('talk.withdrawSays', { item: label, app: app.name }),
    summary: [fact(t('talk.item'), label), fact(t('talk.itemId'), { kind: 'code', text: item.id })],
    warning: null,
    word: t('talk.withdraw'),
    do: () => house.consent.withdrawItem(app, link, item.id),
    onward: servicePath(app.id),
    done: 'itemWithdrawn',
  };
});

/** `/talk/services/:app/disconnection`: 연결 끊기. Source: kakao-api 3.4 (`UNLINK_FROM_APPS`). */
export const disconnection = deed(async (house, ctx, { app, link }): Promise<Deed> => {
  const { t } = reading(ctx);
  return {
    heading: t('talk.disconnect'),
    says: t('talk.disconnectSays', { app: app.name }),
    summary: [
      fact(t('talk.goes'), t('talk.disconnectGoes')),
      fact(t('talk.stays'), t('talk.disconnectStays')),
      fact(t('talk.told'), t('talk.disconnectTold')),
    ],
    warning: null,
    word: t('talk.disconnect'),
    do: () => house.consent.unlinkBy(app, link, 'UNLINK_FROM_APPS'),
    onward: '/talk/services',
    done: 'serviceLeft',
  };
});

/** `/talk/services/:app/forgetting`: as though the person had never been there, so that the first consent screen comes again. */
export const forgetting = deed(async (house, ctx, { account, app, link }): Promise<Deed> => {
  const { t } = reading(ctx);
  const channels = await house.sync.connectedChannels(app.id);
  return {
    heading: t('forget.heading', { app: app.name }),
    says: t('forget.says'),
    summary: [
      fact(t('forget.number'), { kind: 'code', text: link.number }),
      fact(t('forget.agreements'), t('forget.agreementsSays')),
      fact(t('forget.tokens'), t('forget.tokensSays')),
      fact(t('forget.channels'), channels.map(({ name }) => name).join(', ') || t('forget.noChannels')),
      fact(t('forget.callbacks'), t('forget.noCallbacks')),
    ],
    warning: t('forget.warning'),
    word: t('forget.do'),
    do: () => house.consent.forget(app.id, account.id),
    onward: '/talk/services',
    done: 'forgotten',
  };
});
