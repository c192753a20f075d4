/** The pages of 카카오 디벨로퍼스 for whoever works there: with forms, with what is wrong, with a question first. */
import { lookAtEach } from './every-page.ts';
import type { Town } from './town.ts';
import type { Visit } from './visit.ts';
import { openConsole } from './ways.ts';

/** Its owner may do everything; all that the guide's fourth stage asks for is set in it. */
const OF_2019 = '205723';
const NO_BUSINESS = '205699';

/** Opens a page of the consoles and presses a button of it. */
async function press(visit: Visit, town: Town, path: string, testId: string): Promise<void> {
  await openConsole(visit, town, path);
  await visit.see(testId).first().click();
  await visit.page.locator('[data-testid="form-problems"], [data-testid="done"]').first().waitFor();
}

lookAtEach('every page of 카카오 디벨로퍼스, at work', {
  apps: {
    'apps of one’s own': (visit, town) => openConsole(visit, town, '/developers'),
    'a new app': (visit, town) => openConsole(visit, town, '/developers/apps/new'),
    'a new app that lacks its name': (visit, town) => press(visit, town, '/developers/apps/new', 'create-app'),
    'an app with its forms': (visit, town) => openConsole(visit, town, `/developers/apps/${OF_2019}`),
    'something wrong': (visit, town) => press(visit, town, `/developers/apps/${OF_2019}`, 'add-allowedIps'),
    'something done': (visit, town) => press(visit, town, `/developers/apps/${OF_2019}`, 'save-channel'),
    'a question first': (visit, town) => openConsole(visit, town, `/developers/apps/${OF_2019}/members/92-member/removal`),
    'no business yet': (visit, town) => openConsole(visit, town, `/developers/apps/${NO_BUSINESS}/business`),
    'a business that is stored': (visit, town) => openConsole(visit, town, `/developers/apps/${NO_BUSINESS}/business?number=120-81-47521`),
    'a business that is not': (visit, town) => openConsole(visit, town, `/developers/apps/${NO_BUSINESS}/business?number=220-81-62517`),
  },
});
