/** `/center/profiles/new`: name, search id and picture are all it takes. */
import type { Context } from 'koa';
import { z } from 'zod';
import { LARGEST, PICTURES } from '../../documents/index.ts';
import type { House } from '../../house.ts';
import { reading } from '../../web/language.ts';
import { screen } from '../../web/screens.ts';
import { saying } from '../kit/done.ts';
import { type Draft, freshDraft } from '../kit/draft.ts';
import { fieldsOf } from '../kit/fields.ts';
import { type Form, formOf } from '../kit/form.ts';
import { type Frame, frame } from '../kit/frame.ts';
import { button, link } from '../kit/parts.ts';
import { personOf } from '../kit/person.ts';
import { roadFacts } from '../kit/road-facts.ts';
import { keptFile, takeFiles } from '../kit/take-files.ts';
import { takeForm } from '../kit/take-form.ts';
import { profilePath } from './profile.ts';

const newProfilePage = screen<{ frame: Frame; form: Form }>('center/new-profile');

const newProfile = z.object({
  name: z.string().max(200),
  searchId: z.string().max(200),
  picture: z.string().max(200).default(''),
});

export function showNewProfile(house: House) {
  return (ctx: Context): Promise<void> => draw(house, ctx, freshDraft(house, ctx));
}

export function makeProfile(house: House) {
  return async (ctx: Context): Promise<void> => {
    const found = await takeFiles(house, ctx, { picture: PICTURES });
    await takeForm(house, ctx, {
      schema: newProfile,
      found,
      rules: {
        channel_name_refused: ['name', 'center.wrong.name'],
        search_id_refused: ['searchId', 'center.wrong.searchId'],
        search_id_taken: ['searchId', 'center.wrong.searchIdTaken'],
        unknown_document: ['picture', 'center.wrong.document'],
      },
      apply: ({ name, searchId, picture }) => house.channels.create(personOf(ctx).id, { name, searchId, picture: picture || null }),
      onward: (profile) => saying(profilePath(profile), 'profileMade'),
      draw: (draft, status) => draw(house, ctx, draft, status),
    });
  };
}

async function draw(house: House, ctx: Context, draft: Draft, status = 200): Promise<void> {
  const { t } = reading(ctx);
  const field = fieldsOf(ctx, draft);
  const kept = await keptFile(house, ctx, draft, 'picture');
  await newProfilePage(
    ctx,
    {
      frame: frame(ctx, 'center', {
        heading: t('center.newProfile'),
        lead: t('center.newLead'),
        road: await roadFacts(house, personOf(ctx).id),
      }),
      form: formOf(ctx, draft, {
        fields: [
          field.text('name', t('center.name'), { hint: t('center.nameHint') }),
          field.text('searchId', t('center.searchId'), { hint: t('center.searchIdHint'), placeholder: '@' }),
          field.file('picture', t('center.picture'), { kinds: PICTURES, limit: LARGEST, required: false, kept }),
        ],
        actions: [button(t('center.create'), 'primary', { testid: 'submit' }), link(t('center.cancel'), '/center', 'quiet')],
      }),
    },
    status,
  );
}
