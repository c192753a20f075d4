/** `/center/profiles/:id/managers`: who manages a profile, and inviting somebody. */
import type { Context } from 'koa';
import { z } from 'zod';
import { type Channel, channelRoles, hasChannelRole } from '../../channels/index.ts';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import type { Translate } from '../../web/text/index.ts';
import { saying } from '../kit/done.ts';
import { type Draft, freshDraft } from '../kit/draft.ts';
import { fieldsOf } from '../kit/fields.ts';
import { type Form, formOf } from '../kit/form.ts';
import { button, link } from '../kit/parts.ts';
import { personOf } from '../kit/person.ts';
import { takeForm } from '../kit/take-form.ts';
import { nameOf, roleChoices } from './people.ts';
import { type ProfileFrame, profileFrame, profileOf, profilePath, roleWord } from './profile.ts';
import { actionsCell, cell, type Row, type Table } from './table.ts';

interface ManagersScreen extends ProfileFrame {
  table: Table;
  /** Null for those who cannot invite. */
  invitation: Form | null;
}

const managersPage = screen<ManagersScreen>('center/managers');
const invitation = z.object({ login: z.string().trim().min(1).max(200), role: z.enum(['master', 'manager', 'member']) });

export function showManagers(house: House) {
  return async (ctx: Context): Promise<void> => draw(house, ctx, freshDraft(house, ctx, { role: 'member' }));
}

export function inviteManager(house: House) {
  return async (ctx: Context): Promise<void> => {
    const profile = await profileOf(house, ctx, 'master');
    await takeForm(house, ctx, {
      schema: invitation,
      rules: { unknown_manager: ['login', 'center.wrong.login'], already_manager: ['login', 'center.wrong.already'] },
      async apply({ login, role }) {
        const account = await house.accounts.byLogin(login);
        return house.channels.inviteManager(personOf(ctx).id, profile.id, account?.id ?? '', role);
      },
      onward: () => saying(profilePath(profile, 'managers'), 'invited'),
      draw: (draft, status) => draw(house, ctx, draft, status),
    });
  };
}

async function draw(house: House, ctx: Context, draft: Draft, status = 200): Promise<void> {
  const { t } = reading(ctx);
  const person = personOf(ctx);
  const profile = await profileOf(house, ctx);
  const isMaster = hasChannelRole(profile, person.id, 'master');
  const columns = [t('center.manager'), t('center.login'), t('center.permission'), t('center.manage')];
  const rows = await Promise.all(profile.managers.map((manager) => rowOf(house, t, profile, manager, { isMaster, me: person.id })));
  await managersPage(
    ctx,
    {
      ...(await profileFrame(house, ctx, profile, 'managers', { lead: t('center.managersLead') })),
      table: { label: t('center.managers'), columns, rows },
      invitation: isMaster ? invitationForm(ctx, draft) : null,
    },
    status,
  );
}

function invitationForm(ctx: Context, draft: Draft): Form {
  const { t } = reading(ctx);
  const field = fieldsOf(ctx, draft);
  return formOf(ctx, draft, {
    fields: [
      field.text('login', t('center.login'), { hint: t('center.loginHint') }),
      field.radios('role', t('center.permission'), roleChoices(t, channelRoles)),
    ],
    actions: [button(t('center.inviteButton'), 'primary', { testid: 'submit' })],
  });
}

async function rowOf(
  house: House,
  t: Translate,
  profile: Channel,
  { accountId, role }: Channel['managers'][number],
  { isMaster, me }: { isMaster: boolean; me: string },
): Promise<Row> {
  const { name, login } = await nameOf(house, accountId);
  const isMe = accountId === me;
  const path = `${profilePath(profile, 'managers')}/${encodeURIComponent(accountId)}`;
  const refusal = isMaster ? null : t('center.mastersOnly');
  return {
    testid: `manager-${accountId}`,
    cells: [
      cell(isMe ? `${name} (${t('center.me')})` : name),
      cell(login),
      cell(roleWord(t, role)),
      actionsCell(
        ...(isMaster || !isMe ? [link(t('center.change'), path, 'plain', { of: name, refusal })] : []),
        ...(isMe
          ? [link(t('center.leave'), `${path}/removal`, 'quiet', { testid: 'leave' })]
          : [link(t('center.remove'), `${path}/removal`, 'quiet', { of: name, refusal })]),
      ),
    ],
  };
}
