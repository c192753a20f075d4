/** The file fields of STEP 01: the papers that everybody shows, and those of certain trades, each with its day of issue. Source: guide, 준비 1. */
import type { Context } from 'koa';
import { type Channel, type Paper, papers, papersOwner } from '../../../channels/index.ts';
import { LARGEST, PICTURES } from '../../../documents/index.ts';
import type { House } from '../../../house.ts';
import { reading } from '../../../web/language.ts';
import type { Draft } from '../../kit/draft.ts';
import type { Field, FieldGroup } from '../../kit/field.ts';
import { fieldsOf } from '../../kit/fields.ts';
import { keptFile } from '../../kit/take-files.ts';
import { paperField } from './form.ts';
import { paperPath } from './shared.ts';

/** @param needed those that this business cannot do without */
export async function paperGroups(
  house: House,
  ctx: Context,
  profile: Channel,
  draft: Draft,
  needed: readonly Paper[],
): Promise<FieldGroup[]> {
  const { t } = reading(ctx);
  const fieldsFor = async (paper: Paper): Promise<Field[]> => {
    const field = fieldsOf(ctx, draft);
    const kept = await keptFile(house, ctx, draft, paperField(paper), papersOwner(profile.id));
    const label = t(`certification.paper.${paper}`);
    const required = needed.includes(paper);
    const hint = isTrade(paper) ? t(`certification.trade.${paper}`) : undefined;
    return [
      field.file(paperField(paper), label, {
        kinds: PICTURES,
        limit: LARGEST,
        required,
        hint,
        kept,
        ...(kept && { href: paperPath(profile, kept.id) }),
      }),
      field.date(`papers.${paper}.issuedOn`, t('certification.issuedOn', { paper: label }), { required }),
    ];
  };
  const groupOf = async (title: string, hint: string | null, names: readonly Paper[]): Promise<FieldGroup> => ({
    title,
    hint,
    fields: (await Promise.all(names.map(fieldsFor))).flat(),
  });
  return [
    await groupOf(
      t('certification.group.papers'),
      t('certification.masking'),
      papers.filter((paper) => !isTrade(paper)),
    ),
    await groupOf(t('certification.group.trades'), null, papers.filter(isTrade)),
  ];
}

function isTrade(paper: Paper): paper is Exclude<Paper, 'registration' | 'identity'> {
  return paper !== 'registration' && paper !== 'identity';
}
