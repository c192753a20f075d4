/** A form with two files for the small door: the first one is wanted. */
import type { Context } from 'koa';
import { z } from 'zod';
import { fieldsOf } from '../../../src/consoles/kit/fields.ts';
import { personOf } from '../../../src/consoles/kit/person.ts';
import { keptFile, takeFiles } from '../../../src/consoles/kit/take-files.ts';
import { takeForm } from '../../../src/consoles/kit/take-form.ts';
import { LARGEST, PICTURES } from '../../../src/documents/index.ts';
import type { House } from '../../../src/house.ts';

const papers = z.object({ company: z.string().min(1), registration: z.string().min(1), identity: z.string() });

export function handInPapers(house: House) {
  return async (ctx: Context): Promise<void> =>
    takeForm(house, ctx, {
      found: await takeFiles(house, ctx, { registration: PICTURES, identity: PICTURES }),
      schema: papers,
      words: { registration: 'file.missing' },
      async apply({ registration, identity }) {
        const gone = await house.store.write(async (tx) => {
          const claim = { by: personOf(ctx).id, owner: 'papers:1', allowed: PICTURES };
          for (const id of [registration, identity]) if (id) await house.documents.claim(tx, id, claim);
          return house.documents.retain(tx, 'papers:1', [registration, identity]);
        });
        await house.documents.erase(gone);
      },
      onward: () => '/people',
      async draw(draft, status) {
        const kept = await keptFile(house, ctx, draft, 'registration');
        const field = fieldsOf(ctx, draft).file('registration', '사업자등록증', { kinds: PICTURES, limit: LARGEST, kept });
        ctx.status = status;
        ctx.body = { draft, field };
      },
    });
}
