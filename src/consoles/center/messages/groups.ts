/** `/center/profiles/:id/messages/groups`: 친구그룹 관리, and uploading a list of user numbers. */
import type { Context } from 'koa';
import { z } from 'zod';
import type { Channel } from '../../../channels/index.ts';
import type { House } from '../../../house.ts';
import { type FriendGroup, LARGEST_LIST, MOST_GROUP_NAME } from '../../../messages/index.ts';
import { reading } from '../../../web/language.ts';
import { momentOf } from '../../../web/moment.ts';
import { screen } from '../../../web/screens.ts';
import { saying } from '../../kit/done.ts';
import { type Draft, freshDraft } from '../../kit/draft.ts';
import { fieldsOf } from '../../kit/fields.ts';
import { type Form, formOf } from '../../kit/form.ts';
import { button, type Empty, link } from '../../kit/parts.ts';
import { personOf } from '../../kit/person.ts';
import { takeForm } from '../../kit/take-form.ts';
import { profileOf, profilePath } from '../profile.ts';
import { actionsCell, cell, type Row, type Table } from '../table.ts';
import { groupPath, type MessagesFrame, messagesFrame, messagesPath, sendingRefusal } from './shared.ts';
import { takeList } from './take-list.ts';

interface GroupsScreen extends MessagesFrame {
  table: Table | null;
  empty: Empty;
  /** Null for those who cannot upload, and where no app is connected. */
  upload: Form | null;
  /** Why there is no form. */
  noUpload: Empty | null;
}

const groupsPage = screen<GroupsScreen>('center/groups');
const groupForm = z.object({ app: z.string().min(1), name: z.string().trim().min(1).max(MOST_GROUP_NAME) });

export function showGroups(house: House) {
  return async (ctx: Context): Promise<void> => draw(house, ctx, await profileOf(house, ctx), freshDraft(house, ctx));
}

export function addGroup(house: House) {
  return async (ctx: Context): Promise<void> => {
    const profile = await profileOf(house, ctx, 'manager');
    const { list, errors } = await takeList(ctx, 'list');
    await takeForm(house, ctx, {
      schema: groupForm,
      found: errors,
      rules: { app_not_connected: ['app', 'messages.wrong.app'], group_empty: ['list', 'messages.wrong.empty'] },
      apply: ({ app, name }) => house.messages.addGroup(personOf(ctx).id, profile.id, { appId: app, name, list }),
      onward: (group) => saying(groupPath(profile, group), 'groupAdded'),
      draw: (draft, status) => draw(house, ctx, profile, draft, status),
    });
  };
}

async function draw(house: House, ctx: Context, profile: Channel, draft: Draft, status = 200): Promise<void> {
  const { t } = reading(ctx);
  const groups = await house.messages.groups(personOf(ctx).id, profile.id);
  const apps = await house.sync.connectedApps(profile.id);
  const refusal = sendingRefusal(ctx, profile);
  const columns = [t('messages.group'), t('messages.app'), t('messages.registered'), t('messages.uploadedAt'), t('center.manage')];
  const noUpload = refusal
    ? { title: t('messages.noUpload'), says: refusal, actions: [] }
    : { title: t('messages.noApp'), says: t('messages.noAppNext'), actions: [link(t('center.dashboard'), profilePath(profile))] };
  await groupsPage(
    ctx,
    {
      ...(await messagesFrame(house, ctx, profile, 'groups')),
      table: groups.length > 0 ? { label: t('messages.tab.groups'), columns, rows: await rowsOf(house, ctx, profile, groups) } : null,
      empty: { title: t('messages.noGroups'), says: t('messages.noGroupsNext'), actions: [] },
      upload: refusal || apps.length === 0 ? null : await uploadForm(house, ctx, draft, apps),
      noUpload: refusal || apps.length === 0 ? noUpload : null,
    },
    status,
  );
}

async function uploadForm(house: House, ctx: Context, draft: Draft, apps: readonly { appId: string }[]): Promise<Form> {
  const { t } = reading(ctx);
  const field = fieldsOf(ctx, draft);
  const choices = await Promise.all(apps.map(async ({ appId }) => ({ value: appId, word: await appWord(house, appId) })));
  return formOf(ctx, draft, {
    fields: [
      field.select('app', t('messages.app'), choices, { hint: t('messages.appHint') }),
      field.text('name', t('messages.groupName'), { hint: t('messages.groupNameHint', { most: MOST_GROUP_NAME }), required: false }),
      field.file('list', t('messages.list'), { kinds: ['text/csv', 'text/plain'], limit: LARGEST_LIST, hint: t('messages.listHint') }),
    ],
    actions: [button(t('messages.upload'), 'primary', { testid: 'submit' })],
  });
}

function rowsOf(house: House, ctx: Context, profile: Channel, groups: readonly FriendGroup[]): Promise<Row[]> {
  const { t } = reading(ctx);
  const refusal = sendingRefusal(ctx, profile);
  return Promise.all(
    groups.map(async (group) => ({
      testid: `group-${group.id}`,
      cells: [
        cell({ kind: 'link', text: group.name, href: groupPath(profile, group) }),
        cell(await appWord(house, group.appId)),
        cell(t('center.count', { count: group.numbers.length })),
        cell({ kind: 'time', time: momentOf(group.uploadedAt) }),
        actionsCell(link(t('messages.compose'), `${messagesPath(profile, 'new')}?to=${group.id}`, 'plain', { of: group.name, refusal })),
      ],
    })),
  );
}

/** An app that is gone meanwhile is called by its id. */
async function appWord({ apps }: House, appId: string): Promise<string> {
  const app = await apps.byId(appId);
  return app ? `${app.name} (${appId})` : appId;
}
