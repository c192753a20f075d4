/** The way to Kakao Sync: section 6.1 of the contract, row by row, in the rooms that know its rules. */
import assert from 'node:assert/strict';
import { COLLEAGUE, describeRooms, OWNER, refused } from '../helpers/rooms.ts';
import { APP, applied, approved, filled, filledTerm, PROFILES } from '../sync/street.ts';
import { eachFact, tableOf } from './helpers.ts';

const DAY = 24 * 60 * 60 * 1000;

describeRooms('contract · 6.1 · step by step', (rooms) => {
  eachFact(tableOf('application'), {
    'a certified profile and a biz app are linked in Kakao for Business': async () => {
      await rooms.house.sync.connect(OWNER, APP, [PROFILES[0]]);
      assert.deepEqual(
        (await rooms.house.sync.connectedChannels(APP)).map(({ id }) => id),
        [PROFILES[0]],
      );
      await refused('not_certified', rooms.house.sync.connect(OWNER, APP, ['_xtDly']));
    },

    'both need the same business registration number': async () => {
      await rooms.change('channels', '_xqDemo', { managers: [{ accountId: OWNER, role: 'master' }] });
      await refused('other_business', rooms.house.sync.connect(OWNER, APP, ['_xqDemo']));
    },

    'the terms review takes ten terms at most with title, URL, tag and evidence': async () => {
      const terms = await Promise.all(Array.from({ length: 11 }, (_, at) => filledTerm(rooms, `term_${at}`)));
      await refused('too_many_terms', applied(rooms, await filled(rooms, { kinds: ['terms'], terms })));
      const lacking = { ...terms[0]!, title: { ko: '', en: '' }, url: '', tag: '', evidence: null };
      const app = (await rooms.house.apps.byId(APP))!;
      const problems = await rooms.house.sync.problems(app, await filled(rooms, { kinds: ['terms'], terms: [lacking] }));
      assert.deepEqual(
        new Set(problems.map(({ details }) => String(details.field).split('.')[1])),
        new Set(['title', 'url', 'tag', 'evidence']),
      );
    },

    'the items review takes items with a reason of up to 400 characters': async () => {
      const reason = '가'.repeat(401);
      await refused('collection_reason_too_long', applied(rooms, await filled(rooms, { kinds: ['items'], reason })));
      assert.equal((await applied(rooms, await filled(rooms, { kinds: ['items'], reason: reason.slice(1) }))).length, 1);
    },

    'a review takes three to five working days': async () => {
      await rooms.house.reviews.setPolicy('terms', 'working-days');
      const [review] = await applied(rooms, await filled(rooms, { kinds: ['terms'] }));
      const isApproved = () => rooms.house.reviews.approved(review!.id);
      rooms.clock.advance(2 * DAY);
      assert.equal(await isApproved(), false, 'a Monday morning and two days');
      rooms.clock.advance(5 * DAY);
      assert.equal(await isApproved(), true, 'a week later');
    },

    'what is approved is not editable': async () => {
      await approved(rooms, await filled(rooms));
      await refused('tag_already_used', applied(rooms, await filled(rooms, { kinds: ['terms'] })));
      await refused('item_already_approved', applied(rooms, await filled(rooms, { kinds: ['items'] })));
      await refused('desk_only', rooms.house.sync.reorderTerms(OWNER, APP, ['marketing_20261123', 'service_20261123']));
    },

    'simple signup works only with an approved terms review': async () => {
      const { sync } = rooms.house;
      const [review] = await applied(rooms, await filled(rooms, { kinds: ['terms'] }));
      await refused('terms_not_approved', sync.switchSimpleSignup(OWNER, APP, true));
      await rooms.house.reviews.approve(review!.id);
      await sync.switchSimpleSignup(OWNER, APP, true);
      assert.equal((await sync.simpleSignup((await rooms.house.apps.byId(APP))!))?.terms.length, 2);
    },

    'applying needs the role of an editor or higher': async () => {
      await rooms.house.apps.setMember(OWNER, APP, COLLEAGUE, 'member');
      await refused('app_role_missing', rooms.house.sync.saveDraft(COLLEAGUE, APP, 0, await filled(rooms)));
      await refused('app_role_missing', rooms.house.sync.submit(COLLEAGUE, APP, 0));
    },
  });
});
