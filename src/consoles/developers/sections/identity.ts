/** Which app it is: its kind, its keys, its people. Source: kakao-api 6. */
import { pathOf, kindBadge } from '../cards.ts';
import { badge, code, copy, namedKeys, type Section, section, type Subject, text, type Value } from '../section.ts';

export async function identity(subject: Subject): Promise<Section[]> {
  return [await kind(subject), keys(subject), await members(subject)];
}

async function kind(subject: Subject): Promise<Section> {
  const { house, app, t } = subject;
  const tested = app.testOf === null ? undefined : await house.apps.byId(app.testOf);
  const tests = await house.apps.testsOf(app.id);
  return section(subject, 'kind', ['businessNumber', 'testOf', 'suspended', 'era'], {
    state: kindBadge(t, app),
    facts: [
      {
        label: t('developers.business'),
        values: app.businessNumber === null ? [] : [code(app.businessNumber)],
        none: t('developers.noBusiness'),
      },
      { label: t('developers.testOf'), values: tested ? [appLink(tested)] : [], none: t('developers.noTestOf') },
      { label: t('developers.tests'), values: tests.map(appLink), none: t('developers.noTests') },
      {
        label: t('developers.suspended'),
        values: [text(t(app.suspended ? 'developers.suspendedYes' : 'developers.suspendedNo'))],
        none: '',
      },
      { label: t('developers.era'), values: [text(t(`developers.era.${app.era}`))], none: '' },
    ],
  });
}

function appLink(app: { id: string; name: string }): Value {
  return { kind: 'page', text: `${app.name} (${app.id})`, href: pathOf(app) };
}

function keys(subject: Subject): Section {
  const { app, t } = subject;
  const admin = t('key.admin');
  return section(subject, 'keys', ['keys[].type', 'keys[].key', 'adminKeys'], {
    facts: [
      ...namedKeys(t, app).map(({ key, name }) => ({ label: name, values: [copy(key.key, name)], none: '' })),
      { label: admin, values: app.adminKeys.map((key) => copy(key, admin)), none: '' },
    ],
  });
}

async function members(subject: Subject): Promise<Section> {
  const { house, app, t } = subject;
  const rows = app.members.map(async ({ accountId, role }) => {
    const account = await house.accounts.byId(accountId);
    const name: Value = { kind: 'name', text: account?.nickname ?? accountId };
    const login = account?.email?.address ?? account?.phone ?? account?.key ?? accountId;
    return [[name], [code(login)], [badge({ word: t(`developers.role.${role}`), look: '' })]];
  });
  return section(subject, 'members', ['members'], {
    table: {
      columns: [t('developers.person'), t('developers.loginId'), t('developers.role')],
      rows: await Promise.all(rows),
      empty: t('developers.noMembers'),
    },
  });
}
