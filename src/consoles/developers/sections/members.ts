/** 팀 관리: who works at the app, invited, promoted and removed by its owner. Source: guide, 준비 2 and 신청 1단계; kakao-api 6. */
import { z } from 'zod';
import { type App, appRoles, UnknownMember } from '../../../apps/index.ts';
import type { House } from '../../../house.ts';
import { fieldsOf } from '../../kit/fields.ts';
import type { Form } from '../../kit/form.ts';
import { button, fact } from '../../kit/parts.ts';
import { personIfAny } from '../../kit/person.ts';
import { type Deed, deed } from '../deed.ts';
import { badge, code, type Section, section, type Subject, type Value } from '../section.ts';
import { control, draftAt } from '../subject.ts';
import { step } from './keys.ts';

const role = z.enum(['owner', 'editor', 'member']);

export async function members(subject: Subject): Promise<Section> {
  const { house, app, t, may } = subject;
  return section(subject, 'members', ['members'], {
    table: {
      columns: [t('developers.person'), t('developers.loginId'), t('developers.role')],
      rows: await Promise.all(app.members.map((member) => rowOf(subject, house, member))),
      empty: t('developers.noMembers'),
    },
    forms: may('owner') ? [invitation(subject)] : [],
    notes: may('member') && !may('owner') ? [{ text: t('developers.ownerInvites'), link: null }] : [],
  });
}

export const memberDeeds: readonly Deed[] = [
  deed({
    path: 'members',
    section: () => 'members',
    needs: 'owner',
    schema: () => z.object({ memberLogin: z.string().default(''), memberRole: role }),
    rules: () => ({
      unknown_member: ['memberLogin', 'appRule.unknown_member'],
      already_member: ['memberLogin', 'appRule.already_member'],
    }),
    async apply({ house, by, app }, { memberLogin, memberRole }) {
      const account = await house.accounts.byLogin(memberLogin);
      await house.apps.invite(by, app.id, account?.id ?? '', memberRole);
    },
    done: 'memberInvited',
  }),
  deed({
    path: 'members/:member',
    section: () => 'members',
    needs: 'owner',
    schema: ({ member = '' }) => z.object({ [fieldOf(member)]: role }),
    rules: ({ member = '' }) => ({ last_owner: [fieldOf(member), 'appRule.last_owner'] }),
    apply: ({ house, by, app, params }, typed) => house.apps.setMember(by, app.id, params['member'] ?? '', Object.values(typed)[0]!),
  }),
  deed({
    path: 'members/:member/removal',
    section: () => 'members',
    needs: 'member',
    schema: () => z.object({}),
    rules: () => ({ last_owner: ['', 'appRule.last_owner'] }),
    apply: ({ house, by, app, params }) => house.apps.removeMember(by, app.id, params['member'] ?? ''),
    done: 'removed',
    async asks({ house, app, by, params }, t) {
      // Everybody may leave; somebody else is removed by an owner.
      await house.apps.asMember(app.id, by, by === params['member'] ? 'member' : 'owner');
      const member = memberOf(app, params['member']);
      const account = await house.accounts.byId(member.accountId);
      return {
        heading: t('developers.ask.removeMember'),
        says: t('developers.ask.removeMember.says'),
        summary: [
          fact(t('developers.app'), app.name),
          fact(t('developers.person'), account?.nickname ?? member.accountId),
          fact(t('developers.role'), t(`developers.role.${member.role}`)),
        ],
        warning: null,
        button: t('developers.remove'),
      };
    },
  }),
];

async function rowOf(subject: Subject, house: House, member: App['members'][number]): Promise<Value[][]> {
  const { ctx, t, may } = subject;
  const account = await house.accounts.byId(member.accountId);
  const name = account?.nickname ?? member.accountId;
  const login = account?.email?.address ?? account?.phone ?? account?.key ?? member.accountId;
  const mayLeave = may('owner') || personIfAny(ctx)?.id === member.accountId;
  return [
    [{ kind: 'name', text: name }],
    [may('member') ? code(login) : { kind: 'note', text: t('developers.masked') }],
    [
      ...(may('owner') ? [{ kind: 'form', form: roleForm(subject, member, name) } as const] : [badge(roleBadge(t, member.role))]),
      ...(mayLeave
        ? [
            {
              kind: 'step',
              ...step(subject, `members/${encodeURIComponent(member.accountId)}/removal`, 'developers.remove', name),
            } as const,
          ]
        : []),
    ],
  ];
}

export const roleBadge = (t: Subject['t'], has: App['members'][number]['role']) =>
  ({ word: t(`developers.role.${has}`), look: 'plain' }) as const;

function roleForm(subject: Subject, { accountId, role: has }: App['members'][number], name: string): Form {
  const { ctx, t } = subject;
  const path = `members/${encodeURIComponent(accountId)}`;
  const draft = draftAt(subject, path, { [fieldOf(accountId)]: has });
  return control(subject, {
    path,
    section: 'members',
    draft,
    fields: [fieldsOf(ctx, draft).select(fieldOf(accountId), t('developers.roleOf', { name }), choices(t))],
    actions: [button(t('developers.change'), 'plain', { of: name })],
  });
}

function invitation(subject: Subject): Form {
  const { ctx, t } = subject;
  const draft = draftAt(subject, 'members', { memberRole: 'editor' });
  const field = fieldsOf(ctx, draft);
  return control(subject, {
    path: 'members',
    section: 'members',
    draft,
    fields: [
      field.text('memberLogin', t('developers.inviteLogin'), { hint: t('developers.inviteHint') }),
      field.select('memberRole', t('developers.role'), choices(t)),
    ],
    actions: [button(t('developers.invite'), 'plain', { testid: 'invite' })],
  });
}

const choices = (t: Subject['t']) => appRoles.map((value) => ({ value, word: t(`developers.role.${value}`) }));
const fieldOf = (accountId: string): string => `role-${accountId}`;

/** Throws UnknownMember. */
function memberOf({ id, members: all }: App, accountId: string | undefined): App['members'][number] {
  const member = all.find((each) => each.accountId === accountId);
  if (!member) throw new UnknownMember('no such member', { appId: id });
  return member;
}
