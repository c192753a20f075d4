/** What was submitted, piece by piece: each claim beside its evidence and what was checked of it. */
import { itemOf } from '../../../apps/index.ts';
import type { Check, Inspection } from '../../../inspections/index.ts';
import { type Reading, reading } from '../../../web/language.ts';
import type { Context } from 'koa';
import { type Fact, fact } from '../../kit/parts.ts';
import { type CheckView, checkView } from './checks.ts';
import { type PaperView, paperName, paperView } from './paper.ts';

export interface Exhibit {
  title: string;
  facts: Fact[];
  paper: PaperView | null;
  checks: CheckView[];
}

export function exhibitsOf(ctx: Context, inspection: Inspection): Exhibit[] {
  const words = reading(ctx);
  const exhibits = { terms: termExhibits, items: itemExhibits, certification: paperExhibits }[inspection.review.kind];
  return [businessExhibit(words, inspection), ...exhibits(words, inspection)];
}

/** Who stands behind it; what was checked of the whole stands here, too. */
function businessExhibit({ t }: Reading, { app, channel, business, checks }: Inspection): Exhibit {
  const none = { kind: 'none', text: t('review.none') } as const;
  const facts = business
    ? (['companyName', 'representative', 'type', 'item', 'address'] as const).map((field) => fact(t(`business.${field}`), business[field]))
    : [];
  return {
    title: t('review.business'),
    facts: [
      ...(app ? [fact(t('review.appCompany'), app.company)] : []),
      ...(channel ? [fact(t('review.profile'), `${channel.name} (${channel.searchId})`)] : []),
      fact(t('business.number'), business?.id ?? none),
      ...facts,
    ],
    paper: null,
    checks: viewsOf(t, checks, (check) => check.about === null || check.name === 'papers'),
  };
}

function termExhibits({ t }: Reading, { review, application, papers, checks }: Inspection): Exhibit[] {
  const terms = (application?.terms ?? []).map(({ tag, title, url, required }): Exhibit => {
    const paper = papers.find(({ of }) => of === tag);
    return {
      title: t('review.term', { title: title.ko }),
      facts: [
        fact(t('review.titleKo'), title.ko),
        fact(t('review.titleEn'), title.en),
        fact(t('review.termUrl'), { kind: 'code', text: url }),
        fact(t('review.condition'), t(required ? 'review.termRequired' : 'review.termOptional')),
        fact('Tag', { kind: 'code', text: tag }),
      ],
      paper: paper ? paperView(t, review.id, paper) : null,
      checks: viewsOf(t, checks, (check) => check.about === tag || (check.name === 'url' && check.about === url)),
    };
  });
  const age = {
    title: t('review.age'),
    facts: [fact(t('review.ageCheck'), t(application?.ageCheck ? 'review.ageAsked' : 'review.ageNot'))],
  };
  const asked = application?.reason ? [fact(t('service.note'), application.reason)] : [];
  return [...terms, { ...age, facts: [...age.facts, ...asked], paper: null, checks: [] }];
}

function itemExhibits({ t, language }: Reading, { review, app, application, papers, checks }: Inspection): Exhibit[] {
  const items = (application?.items ?? []).map(({ id, required }) =>
    fact((app && itemOf(app, id)?.label[language]) ?? id, t(required ? 'review.itemRequired' : 'review.itemOptional')),
  );
  const url = application?.privacyUrl;
  return [
    {
      title: t('review.items'),
      facts: [
        ...items,
        fact(t('review.reasonOf'), application?.reason || { kind: 'none', text: t('review.none') }),
        fact(t('review.privacyUrl'), url ? { kind: 'code', text: url } : { kind: 'none', text: t('review.none') }),
      ],
      paper: papers[0] ? paperView(t, review.id, papers[0]) : null,
      checks: viewsOf(t, checks, (check) => check.about !== null),
    },
  ];
}

function paperExhibits({ t }: Reading, { review, papers, checks }: Inspection): Exhibit[] {
  return papers.map((paper) => ({
    title: paperName(t, paper.of),
    facts: [],
    paper: paperView(t, review.id, paper),
    checks: viewsOf(t, checks, (check) => check.about === paper.of && check.name !== 'papers'),
  }));
}

function viewsOf(t: Reading['t'], checks: readonly Check[], isHere: (check: Check) => boolean): CheckView[] {
  return checks.filter(isHere).map((check) => checkView(t, check));
}
