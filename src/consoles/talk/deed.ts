/** What a person does to a connected service: a page that says what is going to happen, and the form that does it. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import { type DoneKey, saying } from '../kit/done.ts';
import { type Draft, freshDraft } from '../kit/draft.ts';
import { type Confirm, formOf } from '../kit/form.ts';
import { button, type Fact, link } from '../kit/parts.ts';
import { takeForm } from '../kit/take-form.ts';
import { phoneOf, type PhoneScreen } from './phone.ts';
import { type Service, serviceOf } from './service.ts';
import { servicePath } from './services.ts';
import { toTalk } from './session.ts';

export interface Deed {
  heading: string;
  says: string;
  summary: Fact[];
  warning: string | null;
  word: string;
  do: () => Promise<unknown>;
  /** Where one goes on to, and what is said there. */
  onward: string;
  done: DoneKey;
}

const confirmPage = screen<PhoneScreen & { confirm: Confirm }>('talk/confirm');

/** The two handlers of a deed. `deedOf` resolves with undefined where there is nothing to do it to. */
export function deed(deedOf: (house: House, ctx: Context, service: Service) => Promise<Deed | undefined>) {
  const withDeed =
    (act: (house: House, ctx: Context, service: Service, wanted: Deed) => Promise<void>) =>
    (house: House) =>
    async (ctx: Context): Promise<void> => {
      const service = await serviceOf(house, ctx);
      const wanted = service && (await deedOf(house, ctx, service));
      if (wanted) return act(house, ctx, service, wanted);
      // Sent twice: it is done already.
      if (ctx.method === 'POST') toTalk(ctx, service ? servicePath(service.app.id) : '/talk/services');
    };
  return {
    show: withDeed((house, ctx, service, wanted) => draw(house, ctx, service, wanted, freshDraft(house, ctx))),
    take: withDeed((house, ctx, service, wanted) =>
      takeForm(house, ctx, {
        schema: z.object({}),
        apply: wanted.do,
        onward: () => saying(wanted.onward, wanted.done),
        draw: (draft, status) => draw(house, ctx, service, wanted, draft, status),
      }),
    ),
  };
}

async function draw(house: House, ctx: Context, { account, app }: Service, wanted: Deed, draft: Draft, status = 200): Promise<void> {
  const { t } = reading(ctx);
  const { heading, says, summary, warning, word } = wanted;
  const back = { href: servicePath(app.id), word: app.name };
  const actions = [button(word, 'danger', { testid: 'submit' }), link(t('talk.cancel'), back.href, 'quiet')];
  await confirmPage(
    ctx,
    {
      phone: await phoneOf(house, ctx, account, 'services', { heading: app.name, back }),
      confirm: { heading, says, summary, warning, form: formOf(ctx, draft, { actions }) },
    },
    status,
  );
}
