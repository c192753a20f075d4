/** Whatever a person, the service and Kakao do: one unlink webhook for each link that ended, and none for what the service ended itself. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { APPS } from '../helpers/house.ts';
import { SHOWN } from '../helpers/shown.ts';
import { describeRooms, type Rooms } from '../helpers/rooms.ts';
import { subscribe, unlinksTold } from '../helpers/told.ts';

const STEPS = ['link', 'revoke', 'by service', 'by person', 'by admin', 'by sweep'] as const;
const ENDS = { 'by service': 'UNLINK_FROM_SERVICE', 'by person': 'UNLINK_FROM_APPS', 'by admin': 'UNLINK_FROM_ADMIN' } as const;
const REQUEST = { scope: [], serviceTerms: null, channels: [] };

describeRooms('consent · any sequence of linking and unlinking', (rooms) => {
  it('tells of each end once', async () => {
    await subscribe(rooms, APPS.openidConnect);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...STEPS), { maxLength: 12 }), async (steps) => {
        await rooms.house.consent.forget(APPS.openidConnect, '01-han');
        const before = (await unlinksTold(rooms, APPS.openidConnect)).length;
        let isUser = false;
        let expected = 0;
        for (const step of steps) {
          if (isUser && step !== 'link' && step !== 'revoke') expected += step === 'by service' ? 0 : 1;
          isUser = step === 'link' || (step === 'revoke' && isUser);
          await take(rooms, step);
        }
        assert.equal((await unlinksTold(rooms, APPS.openidConnect)).length - before, expected);
      }),
      { numRuns: 40 },
    );
  });
});

async function take({ house, change }: Rooms, step: (typeof STEPS)[number]): Promise<void> {
  const { consent } = house;
  const app = (await house.apps.byId(APPS.openidConnect))!;
  const account = (await house.accounts.byId('01-han'))!;
  const link = await consent.link(app.id, account.id);
  if (step === 'link') {
    const asked = await consent.question(app, account, REQUEST);
    if (asked.kind !== 'question') return;
    const { optionalItems, terms, ageCheck } = asked.question;
    const items = optionalItems.map(({ id }) => id);
    await consent.answer(
      app,
      account,
      REQUEST,
      {
        requiredItems: true,
        items,
        terms: terms.map(({ tag }) => tag),
        age: ageCheck,
        channels: [],
      },
      SHOWN,
    );
    return;
  }
  if (!link) return;
  if (step === 'revoke') {
    const [optional] = link.state === 'linked' ? (await consent.itemsOf(app, link)).filter(({ revocable }) => revocable) : [];
    if (optional) await consent.withdrawItem(app, link, optional.id);
  } else if (step === 'by sweep') {
    if (link.state === 'linked') await change('links', link.id, { state: 'preregistered', registerBy: 1 });
    await consent.unlinkOverdue();
  } else await consent.unlinkBy(app, link, ENDS[step]);
}
