/** One row of an inspected screen: what it is, where it comes from, what comes of it, and when it comes again. */
import { againOf, type Origins, type Origin, type QuestionRow } from '../../consent/index.ts';
import type { House } from '../../house.ts';
import { DESK_ID } from '../../sync/index.ts';
import type { Reading } from '../../web/language.ts';
import { momentOf } from '../../web/moment.ts';
import type { Inspected } from './index.ts';
import type { OriginCard } from './model.ts';
import { toldOfRow, untoldOf } from './told.ts';

/** @param place on the screen, from 1 */
export async function originCard(
  house: House,
  view: Reading,
  inspected: Inspected,
  origins: Origins,
  row: QuestionRow,
  place: number,
): Promise<OriginCard> {
  const told = toldOfRow(house, inspected, row);
  return {
    name: row.name,
    what: whatOf(view, inspected, row, place),
    origin: await originOf(house, view, inspected, await found(origins, inspected, row)),
    told,
    untold: told.length > 0 ? null : untoldOf(view, row),
    again: againSays(view, inspected, row),
  };
}

function whatOf({ t }: Reading, { question, situation }: Inspected, row: QuestionRow, place: number): string {
  const item = situation.items.find(({ id }) => row.kind === 'item' && id === row.name);
  const order =
    question.terms.find(({ tag }) => row.kind === 'term' && tag === row.name)?.order ?? (item && situation.items.indexOf(item) + 1);
  const state = item?.state === 'in-use' ? 'inUse' : row.required ? 'required' : 'optional';
  const parts = [t(`inspect.kind.${row.kind}`), t(`inspect.${state}`), t('inspect.place', { place })];
  return [...parts, ...(order ? [t('inspect.order', { order })] : [])].join(' · ');
}

function found(origins: Origins, { question }: Inspected, { kind, name }: QuestionRow): Origin | Promise<Origin> {
  if (kind === 'item') return origins.item(name);
  if (kind === 'age') return origins.ageCheck();
  return kind === 'channel' ? origins.channel(name) : origins.term(question.terms.find(({ tag }) => tag === name)!);
}

async function originOf(house: House, { t }: Reading, { app, request }: Inspected, origin: Origin): Promise<OriginCard['origin']> {
  const at = (time: number) => momentOf(time).text;
  if (origin.from === 'application') {
    const { id, kind, submittedBy, submittedAt, dueAt, decision } = origin.review;
    const decidedAt = decision!.decidedAt;
    const how = t(decidedAt === dueAt ? 'inspect.byTime' : 'inspect.byHand');
    const by = await nameOf(house, t, submittedBy);
    const text = t('inspect.application', { kind: t(`review.kind.${kind}`), by, at: at(submittedAt), decidedAt: at(decidedAt), how });
    return { text, link: { href: `/_sim/reviews/${encodeURIComponent(id)}`, word: t('inspect.toReview') } };
  }
  if (origin.from === 'draft') {
    const text = t('inspect.draft', { by: await nameOf(house, t, origin.editedBy), at: at(origin.editedAt) });
    return { text, link: { href: `/business/apps/${app.id}/application/details`, word: t('inspect.toDraft') } };
  }
  if (origin.from === 'connection') {
    const how = t(request.channels.length > 0 ? 'inspect.byRequest' : 'inspect.bySetting');
    return { text: t('inspect.connection', { at: at(origin.connectedAt), how }), link: null };
  }
  return origin.from === 'settings'
    ? { text: t('inspect.settings'), link: { href: `/developers/apps/${app.id}`, word: t('inspect.toApp') } }
    : { text: t('inspect.example'), link: null };
}

async function nameOf({ accounts }: House, t: Reading['t'], id: string): Promise<string> {
  return id === DESK_ID ? t('service.title') : ((await accounts.byId(id))?.nickname ?? id);
}

function againSays({ t }: Reading, { situation, request, question }: Inspected, row: QuestionRow): string[] {
  const when = (isTicked: boolean) => againOf(situation, request, question, row, isTicked);
  const ticked = t('inspect.ticked', { when: t(`inspect.again.${when(true)}`) });
  return row.required ? [ticked] : [ticked, t('inspect.unticked', { when: t(`inspect.again.${when(false)}`) })];
}
