/** What a person is asked to agree to: 동의항목, 간편가입 with its terms; and the app's own keys. Source: kakao-api 4, 5.5. */
import { consentItem, inEra } from '../../../apps/index.ts';
import type { ConfiguredItem } from '../../../sync/index.ts';
import type { Term } from '../../../terms/index.ts';
import { signupBadge } from '../cards.ts';
import { badge, code, onOff, type Section, section, type Subject, text, type Value, word } from '../section.ts';

export async function consent(subject: Subject): Promise<Section[]> {
  return [await items(subject), await simpleSignup(subject), userProperties(subject)];
}

async function items(subject: Subject): Promise<Section> {
  const { house, app, t } = subject;
  const usable = new Set((await house.sync.usableItems(app)).map(({ id }) => id));
  return section(subject, 'items', ['items', 'applications.items'], {
    tables: ['apps', 'applications', 'reviews'],
    table: {
      columns: [t('setting.items'), t('developers.condition'), t('developers.purpose')],
      rows: app.items.map((item) => itemRow(subject, item, usable.has(item.id))),
      empty: t('developers.noItems'),
    },
  });
}

function itemRow({ app, t, language }: Subject, { id, state, purpose }: ConfiguredItem, usable: boolean): Value[][] {
  const name: Value = { kind: 'name', text: consentItem(id, app)?.label[language] ?? id };
  const refused = usable ? [] : [badge({ word: t('developers.noPermission'), look: 'wait' })];
  return [[name, code(id), ...refused], [word(t(`developers.state.${inEra(app, 'consoleWords')}.${state}`))], [text(purpose)]];
}

async function simpleSignup(subject: Subject): Promise<Section> {
  const { house, app, t } = subject;
  const approved = await house.sync.approvedSignup(app.id);
  const age = approved?.ageCheck ?? false;
  return section(subject, 'simple-signup', ['simpleSignupOn', 'applications.terms'], {
    tables: ['apps', 'applications', 'reviews', 'terms'],
    state: signupBadge(t, app, app.simpleSignupOn && approved !== null),
    facts: [
      { label: t('developers.switch'), values: [badge(onOff(t, app.simpleSignupOn))], none: '' },
      {
        label: t('developers.termsReview'),
        values: [badge(approved ? { word: t('developers.approved'), look: 'ok' } : { word: t('developers.notApproved'), look: 'wait' })],
        none: '',
      },
      { label: t('developers.age'), values: [text(t(age ? 'developers.ageAsked' : 'developers.ageNotAsked'))], none: '' },
    ],
    table: {
      columns: [t('developers.term'), t('developers.required'), t('developers.tag')],
      rows: (approved?.terms ?? []).map((term, index) => termRow(subject, term, index + 1)),
      empty: t('developers.noTerms'),
    },
  });
}

/** The title in the reader's language, under it the other one and the address. */
function termRow({ t, language }: Subject, { title, url, tag, required }: Term, number: number): Value[][] {
  const other = language === 'ko' ? title.en : title.ko;
  return [
    [
      { kind: 'name', text: `${number}. ${title[language]}` },
      { kind: 'note', text: other },
      { kind: 'away', text: url, href: url },
    ],
    [word(t(required ? 'developers.termRequired' : 'developers.termOptional'))],
    [code(tag)],
  ];
}

function userProperties(subject: Subject): Section {
  const { app, t } = subject;
  return section(subject, 'user-properties', ['userProperties'], {
    facts: [{ label: t('developers.propertyKeys'), values: app.userProperties.map(code), none: t('developers.noProperties') }],
  });
}
