/** 카카오 로그인 시 개인정보제공 항목 검수: the items, why they are collected, and the papers. Source: guide, 신청 2단계 (2). */
import type { Context } from 'koa';
import type { App } from '../../apps/index.ts';
import type { House } from '../../house.ts';
import { LONGEST_REASON } from '../../sync/index.ts';
import { reading } from '../../web/language.ts';
import type { Translate } from '../../web/text/index.ts';
import type { Draft } from '../kit/draft.ts';
import type { Field } from '../kit/field.ts';
import { fieldsOf } from '../kit/fields.ts';
import { itemsFor } from './details-content.ts';
import { evidenceField } from './evidence-field.ts';
import { itemName } from './item-name.ts';

export interface ItemsPart {
  /** Approved, and not to be changed. */
  locked: string[];
  items: Field[];
  reason: Field;
  /** 개인정보 처리방침 URL and the capture. */
  papers: Field[];
  /** What is wrong with the choice as a whole. */
  error: string | null;
}

export async function itemsPart(house: House, ctx: Context, app: App, draft: Draft): Promise<ItemsPart> {
  const { t } = reading(ctx);
  const approved = await house.sync.approvedItems(app.id);
  const field = fieldsOf(ctx, draft);
  const open = itemsFor(app).filter((id) => !approved.some((item) => item.id === id));
  return {
    locked: approved.map(({ id, required }) => `${itemName(t, id)} (${t(required ? 'result.required' : 'result.optional')})`),
    items: open.map((id) => field.radios(`item.${id}`, itemName(t, id), conditions(t))),
    reason: field.area('reason', t('apply.items.reason'), { most: LONGEST_REASON, hint: t('apply.items.reasonHint') }),
    papers: [
      field.text('privacyUrl', t('apply.items.privacyUrl'), {
        type: 'url',
        hint: t('apply.items.privacyUrlHint'),
        placeholder: 'https://',
      }),
      await evidenceField(house, ctx, app, draft, 'evidence', { label: t('apply.items.evidence'), hint: t('apply.items.evidenceHint') }),
    ],
    error: draft.errors.items ?? null,
  };
}

function conditions(t: Translate) {
  return [
    { value: '', word: t('apply.items.not') },
    { value: 'required', word: t('apply.items.required') },
    { value: 'optional', word: t('apply.items.optional') },
  ];
}
