/** The pages of the inbox in a browser: empty, with what arrived and scripts, and one arrival. */
import { lookAtEach } from './every-page.ts';
import type { Town } from './town.ts';
import type { Visit } from './visit.ts';

const PATH = '/_sim/inbox/1000001';
const open = (path: string) => (visit: Visit, town: Town) => visit.page.goto(town.url + path);

/** Something that nobody vouched for, and the page of the inbox. */
async function withItem(visit: Visit, town: Town): Promise<void> {
  await fetch(`${town.url}${PATH}/channel`, {
    method: 'POST',
    headers: {
      Authorization: 'KakaoAK 0123456789abcdef0123456789abcdef',
      'Content-Type': 'application/json',
      'X-Kakao-Resource-ID': '01J9ZQ8Z4M5N6P7Q8R9S0T1V',
    },
    body: '{"event":"added","id":"3900000001","id_type":"app_user_id","channel_public_id":"_xqDemo"}',
  });
  await visit.page.goto(town.url + PATH);
}

lookAtEach('every page of the inbox', {
  'all inboxes': { 'as it is': open('/_sim/inbox') },
  'an inbox': {
    empty: open('/_sim/inbox/1000002'),
    'with an arrival and a script': async (visit, town) => {
      await withItem(visit, town);
      await visit.see('script-add').click();
      await visit.see('inbox-scripts').waitFor();
    },
    'a script that does not fit': async (visit, town) => {
      await visit.page.goto(town.url + PATH);
      await visit.page.locator('[name=status]').fill('7');
      await visit.see('script-add').click();
      await visit.see('form-problems').waitFor();
    },
    adopted: async (visit, town) => {
      await visit.page.goto('about:blank');
      await visit.page.goto(`${town.url}/_sim/inbox/1000003`);
      if ((await visit.see('adopt-channel').count()) > 0) await visit.see('adopt-channel').click();
    },
  },
  'an arrival': {
    'as it came': async (visit, town) => {
      await withItem(visit, town);
      await visit.see('inbox-item').first().getByRole('link').click();
      await visit.see('inbox-verdict').waitFor();
    },
  },
});
