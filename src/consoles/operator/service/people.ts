/** `/_sim/desk/people`: what 고객센터 does to a person's account, once it is asked for. Told to the services that the person uses. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { House } from '../../../house.ts';
import { reading } from '../../../web/language.ts';
import { saying } from '../../kit/done.ts';
import { freshDraft } from '../../kit/draft.ts';
import { fieldsOf } from '../../kit/fields.ts';
import { formOf } from '../../kit/form.ts';
import { button, fact } from '../../kit/parts.ts';
import { type Act, drawAct, takeAct } from './act.ts';
import { serviceStep } from './app.ts';

const acts = ['disable', 'enable', 'demand-password', 'report-leak', 'force-deletion', 'unlink'] as const;
const personForm = z.object({ person: z.string().max(100), act: z.enum(acts), app: z.string().max(50).default('') });
type Wanted = z.output<typeof personForm>;

const PATH = '/_sim/desk/people';

export function showPeople(house: House) {
  return async (ctx: Context): Promise<void> => drawAct(ctx, await personAct(house, ctx), freshDraft(house, ctx));
}

export function actOnPerson(house: House) {
  return async (ctx: Context): Promise<void> => takeAct(house, ctx, await personAct(house, ctx));
}

async function personAct(house: House, ctx: Context): Promise<Act<typeof personForm, unknown>> {
  const { t } = reading(ctx);
  const people = (await house.accounts.all()).filter(({ status }) => status !== 'deleted');
  const nameOf = (id: string): string => people.find((each) => each.id === id)?.nickname ?? id;
  const apps = await house.apps.all();
  return {
    head: { heading: t('people.title'), lead: t('people.lead'), trail: [serviceStep(ctx)] },
    schema: personForm,
    rules: {
      account_closed: ['person', 'people.gone'],
      still_in_charge: ['person', 'manage.inCharge'],
    },
    form(draft) {
      const field = fieldsOf(ctx, draft);
      return formOf(ctx, draft, {
        fields: [
          field.select(
            'person',
            t('people.person'),
            people.map(({ id, nickname, email, phone }) => ({ value: id, word: `${nickname} (${email?.address ?? phone ?? id})` })),
          ),
          field.select(
            'act',
            t('people.act'),
            acts.map((act) => ({ value: act, word: t(`people.${act}`) })),
          ),
          field.select(
            'app',
            t('people.app'),
            [{ value: '', word: t('form.none') }, ...apps.map(({ id, name }) => ({ value: id, word: name }))],
            {
              required: false,
              hint: t('people.appHint'),
            },
          ),
        ],
        actions: [button(t('service.next'), 'primary', { testid: 'act-next' })],
      });
    },
    confirm: ({ person, act }) => ({
      heading: t(`people.${act}`),
      says: t('people.says'),
      summary: [fact(t('people.person'), nameOf(person))],
      ...(act === 'force-deletion' && { warning: t('people.deletes') }),
      word: t('people.do'),
    }),
    apply: (wanted) => act(house, wanted),
    onward: () => saying(PATH, 'accountChanged'),
  };
}

async function act({ consent, apps }: House, { person, act: what, app: appId }: Wanted): Promise<unknown> {
  if (what === 'disable') return consent.disable(person);
  if (what === 'enable') return consent.enable(person);
  if (what === 'demand-password') return consent.demandPassword(person);
  if (what === 'report-leak') return consent.reportLeak(person);
  if (what === 'force-deletion') return consent.deleteAccount(person, 'FORCED_ACCOUNT_DELETE');
  const [app, link] = [await apps.byId(appId), await consent.link(appId, person)];
  return app && link && consent.unlinkBy(app, link, 'UNLINK_FROM_ADMIN');
}
