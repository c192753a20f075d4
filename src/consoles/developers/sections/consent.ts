/** What a person is asked to agree to: 동의항목, 간편가입 with its terms; and the app's own keys. Source: guide, 4단계; kakao-api 4, 5.5. */
import type { Term } from '../../../terms/index.ts';
import { signupBadge } from '../cards.ts';
import { listDeeds, listFact, switchForm, switching } from '../controls.ts';
import type { Deed } from '../deed.ts';
import { badge, code, onOff, type Section, section, type Subject, text, type Value, word } from '../section.ts';
import { itemDeeds, items } from './items.ts';

/** 고객센터, as the simulator has it. */
const DESK = '/_sim/desk';

export async function consent(subject: Subject): Promise<Section[]> {
  return [await items(subject), await simpleSignup(subject), userProperties(subject)];
}

export const consentDeeds: readonly Deed[] = [
  ...itemDeeds,
  switching('simple-signup', 'simple-signup', ({ house, by, app }, on) => house.sync.switchSimpleSignup(by, app.id, on), {
    terms_not_approved: ['', 'appRule.terms_not_approved'],
  }),
  ...listDeeds('userProperties', 'user-properties'),
];

async function simpleSignup(subject: Subject): Promise<Section> {
  const { house, app, t, may } = subject;
  const approved = await house.sync.approvedSignup(app.id);
  const age = approved?.ageCheck ?? false;
  return section(subject, 'simple-signup', ['simpleSignupOn', 'applications.terms'], {
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
    forms: switchForm(subject, 'simple-signup', 'simple-signup', app.simpleSignupOn, approved ? null : t('appRule.terms_not_approved')),
    notes: [
      ...(approved ? [{ text: t('developers.termsDesk'), link: { href: DESK, text: t('developers.deskGo') } }] : []),
      ...(!approved && may('editor')
        ? [{ text: t('developers.applyFirst'), link: { href: `/business/apps/${app.id}/application`, text: t('developers.applyGo') } }]
        : []),
    ],
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
    facts: [
      listFact(subject, {
        label: t('developers.propertyKeys'),
        section: 'user-properties',
        place: { list: 'userProperties' },
        values: app.userProperties,
        none: t('developers.noProperties'),
      }),
    ],
  });
}
