/** `/account`: 카카오계정 관리, for whoever is signed in to the consoles. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import { doneText, saying } from '../kit/done.ts';
import { type Draft, freshDraft } from '../kit/draft.ts';
import { fieldsOf } from '../kit/fields.ts';
import { type Form, formOf } from '../kit/form.ts';
import { button } from '../kit/parts.ts';
import { personOf } from '../kit/person.ts';
import { takeForm } from '../kit/take-form.ts';
import { type AccountDeed, accountDeeds } from './deeds.ts';

interface ManageScreen {
  nickname: string;
  login: string;
  done: string | null;
  /** What 고객센터 wants, or null. */
  notice: string | null;
  parts: { name: string; heading: string; says: string; form: Form }[];
  /** Each service that is linked, with the way to take back the agreement to its terms. */
  services: { name: string; number: string; form: Form }[];
}

const managePage = screen<ManageScreen>('account/manage');

export function showAccount(house: House) {
  return (ctx: Context): Promise<void> => draw(house, ctx, null, 200);
}

/** `POST /account/:name` of each deed: 303, or 422 with the page and what to mend. */
export function takeDeed(house: House, { name, schema, rules = {}, words, apply, done, leaves }: AccountDeed) {
  return (ctx: Context): Promise<void> =>
    takeForm(house, ctx, {
      schema,
      ...(words && { words }),
      rules,
      apply: (value) => apply(house, personOf(ctx).id, value as Record<string, string>),
      onward: () => saying(leaves ? '/account/login' : `/account#${name}`, done),
      draw: (draft, status) => draw(house, ctx, { name, draft }, status),
    });
}

/** `POST /account/service-terms-withdrawals`: the person takes back the agreement to a service's terms, and with it the link. */
export function withdrawTerms(house: House) {
  return (ctx: Context): Promise<void> =>
    takeForm(house, ctx, {
      schema: z.object({ app: z.string().max(50) }),
      async apply({ app: appId }) {
        const [app, link] = [await house.apps.byId(appId), await house.consent.link(appId, personOf(ctx).id)];
        if (app && link) await house.consent.unlinkBy(app, link, 'REVOKE_ACCOUNT_SERVICE_TERMS');
      },
      onward: () => saying('/account#services', 'termsWithdrawn'),
      draw: (draft, status) => draw(house, ctx, { name: 'services', draft }, status),
    });
}

async function draw(house: House, ctx: Context, sent: { name: string; draft: Draft } | null, status: number): Promise<void> {
  const { t } = reading(ctx);
  const account = personOf(ctx);
  const parts = accountDeeds.map(({ name, look, stored, fields }) => {
    const draft = sent?.name === name ? sent.draft : freshDraft(house, ctx, stored(account));
    const actions = [button(t(`manage.${name}.do`), look, { testid: `do-${name}` })];
    const form = formOf(ctx, draft, { action: `/account/${name}`, fields: fields(fieldsOf(ctx, draft), t), actions });
    return { name, heading: t(`manage.${name}`), says: t(`manage.${name}.says`), form };
  });
  await managePage(
    ctx,
    {
      nickname: account.nickname,
      login: account.email?.address ?? account.phone ?? '',
      done: doneText(ctx),
      notice: account.passwordDue ? t('manage.passwordDue') : null,
      parts,
      services: await servicesOf(house, ctx),
    },
    status,
  );
}

async function servicesOf(house: House, ctx: Context): Promise<ManageScreen['services']> {
  const { t } = reading(ctx);
  const links = await house.consent.linksOf(personOf(ctx).id);
  const services = await Promise.all(
    links.map(async ({ appId, number }) => {
      const name = (await house.apps.byId(appId))?.name ?? appId;
      const actions = [button(t('manage.withdraw'), 'danger', { of: name, testid: `withdraw-${appId}` })];
      const form = formOf(ctx, freshDraft(house, ctx), { action: '/account/service-terms-withdrawals', hidden: { app: appId }, actions });
      return { name, number, form };
    }),
  );
  return services.sort((a, b) => a.name.localeCompare(b.name));
}
