/** `GET …/certification/history`: 히스토리, every application with its result and the reason of it. */
import type { Context } from 'koa';
import { type CertificationEntry, type Channel, hasChannelRole, papers } from '../../../channels/index.ts';
import type { House } from '../../../house.ts';
import { reading } from '../../../web/language.ts';
import { momentOf } from '../../../web/moment.ts';
import { screen } from '../../../web/screens.ts';
import type { Translate } from '../../../web/text/index.ts';
import { type Badge, badge, type Empty, type Fact, fact, link, type Value } from '../../kit/parts.ts';
import { personOf } from '../../kit/person.ts';
import { nameOf } from '../people.ts';
import { profileOf } from '../profile.ts';
import { businessFacts, type CertificationFrame, certificationFrame, certificationPath, paperPath } from './shared.ts';

interface HistoryScreen extends CertificationFrame {
  entries: { id: string; title: string; badge: Badge; facts: Fact[] }[];
  empty: Empty;
}

const historyPage = screen<HistoryScreen>('center/history');

export function showHistory(house: House) {
  return async (ctx: Context): Promise<void> => {
    const { t } = reading(ctx);
    const profile = await profileOf(house, ctx);
    const isManager = hasChannelRole(profile, personOf(ctx).id, 'manager');
    const history = await house.channels.certificationHistory(profile.id);
    const refusal = isManager ? null : t('certification.managersOnly');
    await historyPage(ctx, {
      ...(await certificationFrame(house, ctx, profile, 'history')),
      entries: await Promise.all(
        history.map(async (entry) => ({
          id: entry.review.id,
          title: t('certification.application', { at: momentOf(entry.review.submittedAt).text }),
          badge: resultOf(t, entry),
          facts: await factsOf(house, t, profile, entry, isManager),
        })),
      ),
      empty: {
        title: t('certification.noHistory'),
        says: t('certification.noneNext'),
        actions: [link(t('certification.apply'), certificationPath(profile, 'apply'), 'primary', { refusal })],
      },
    });
  };
}

function resultOf(t: Translate, { review: { decision } }: CertificationEntry): Badge {
  if (!decision) return badge(t, 'certifying');
  return badge(t, decision.outcome === 'approved' ? 'certified' : 'rejected');
}

async function factsOf(house: House, t: Translate, profile: Channel, entry: CertificationEntry, isManager: boolean): Promise<Fact[]> {
  const { review, form } = entry;
  const { decision } = review;
  return [
    ...(decision ? [fact(t('certification.decidedAt'), { kind: 'time', time: momentOf(decision.decidedAt) })] : []),
    ...(decision?.reason ? [fact(t('certification.reason'), decision.reason)] : []),
    fact(t('certification.submittedBy'), (await nameOf(house, review.submittedBy)).name),
    ...(form
      ? [
          fact(t('certification.type'), t(`certification.type.${form.type}`)),
          ...businessFacts(t, form.businessNumber, await house.businesses.byNumber(form.businessNumber)),
          fact(t('certification.attached'), ...(isManager ? await paperLinks(house, t, profile, form.papers) : [hidden(t)])),
        ]
      : [fact(t('certification.attached'), { kind: 'none', text: t('certification.noForm') })]),
  ];
}

function hidden(t: Translate): Value {
  return { kind: 'none', text: t('certification.papersManagersOnly') };
}

/** Attached papers, each with its name and day of issue. */
export async function paperLinks(
  { documents }: House,
  t: Translate,
  profile: Channel,
  attached: Readonly<Partial<Record<(typeof papers)[number], { document: string | null; issuedOn: string }>>>,
): Promise<Value[]> {
  const links = papers.map(async (paper): Promise<Value[]> => {
    const { document: id, issuedOn } = attached[paper] ?? {};
    if (!id) return [];
    const name = (await documents.byId(id))?.name ?? id;
    const issued = t('certification.issued', { day: issuedOn ?? '' });
    return [{ kind: 'link', text: `${t(`certification.paper.${paper}`)} (${name}, ${issued})`, href: paperPath(profile, id) }];
  });
  return (await Promise.all(links)).flat();
}
