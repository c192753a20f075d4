import { png } from '../documents/files.ts';
import { lookAtEach } from './every-page.ts';
import type { Town } from './town.ts';
import type { Visit } from './visit.ts';
import { openConsole, openTalk } from './ways.ts';

/** Certified, uncertified, in review, turned down; and one that has friends and an app with callbacks. */
const [VALID, NONE, PENDING, REJECTED, DEMO] = ['_xaGdm', '_xtDly', '_xuJon', '_xvBuk', '_xqDemo'].map((id) => `/center/profiles/${id}`);
const STRANGER = 'han@example.com';
const MEMBER = 'pbqa-bp002@pbtest.example.com';
const PARTNER = 'partner@example.com';

const at = (path: string, loginId?: string) => (visit: Visit, town: Town) => openConsole(visit, town, path, loginId);

/** The demo profile is added, so that there is somebody to see and something that was sent. */
const withFriend = (path: string) => async (visit: Visit, town: Town) => {
  await openTalk(visit, town, 'han');
  const add = visit.see('talk-add-_xqDemo');
  if (await add.isVisible()) await add.click();
  await openConsole(visit, town, path, PARTNER);
};

/** A form with something wrong in it. */
const wrong = (path: string, field: string, value: string, button: string) => async (visit: Visit, town: Town) => {
  await openConsole(visit, town, path);
  await visit.page.locator(`[name="${field}"]`).fill(value);
  await visit.see(button).click();
  await visit.see('form-problems').waitFor();
};

async function fillNumber({ page }: Visit, ...boxes: string[]): Promise<void> {
  for (const [box, digits] of boxes.entries()) await page.locator(`[name="number.${box}"]`).fill(digits);
}

/** STEP 01 after a search. */
const searched =
  (...boxes: string[]) =>
  async (visit: Visit, town: Town) => {
    await openConsole(visit, town, `${NONE}/certification/new`);
    await fillNumber(visit, ...boxes);
    await visit.see('search').click();
    await visit.see('done').waitFor();
  };

async function confirming(visit: Visit, town: Town): Promise<void> {
  await searched('120', '81', '47521')(visit, town);
  for (const paper of ['registration', 'identity']) {
    await visit.page.locator(`[name="papers.${paper}.document"]`).setInputFiles({ name: '서류.png', mimeType: 'image/png', buffer: png });
    await visit.page.locator(`[name="papers.${paper}.issuedOn"]`).fill(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));
  }
  await visit.see('next').click();
  await visit.see('confirm').waitFor();
}

lookAtEach('every page of 플러스친구 관리자센터', {
  profiles: {
    'as they are': at('/center'),
    none: at('/center', STRANGER),
    new: at('/center/profiles/new'),
    'refused name': wrong('/center/profiles/new', 'searchId', '새봄', 'submit'),
  },
  'a profile': {
    dashboard: withFriend(DEMO!),
    'dashboard of a new one': at(NONE!),
    friends: withFriend(`${DEMO}/friends`),
    'no friends': at(`${NONE}/friends`),
    callbacks: withFriend(`${DEMO}/callbacks`),
    'no callbacks': at(`${NONE}/callbacks`),
  },
  managers: {
    'for a master': at(`${VALID}/managers`),
    'for a member': at(`${VALID}/managers`, MEMBER),
    'not found': wrong(`${VALID}/managers`, 'login', 'nobody@example.com', 'submit'),
    role: at(`${VALID}/managers/92-member`),
    removal: at(`${VALID}/managers/92-member/removal`),
    leaving: at(`${VALID}/managers/92-member/removal`, MEMBER),
  },
  certification: {
    valid: at(`${VALID}/certification`),
    none: at(`${NONE}/certification`),
    pending: at(`${PENDING}/certification`),
    rejected: at(`${REJECTED}/certification`),
    history: at(`${REJECTED}/certification/history`),
    'no history': at(`${NONE}/certification/history`),
    closed: at(`${PENDING}/certification/new`),
    'for a member': at(`${VALID}/certification/new`, MEMBER),
  },
  'applying for certification': {
    'STEP 01': at(`${NONE}/certification/new`),
    'nothing filled in': async (visit, town) => {
      await openConsole(visit, town, `${REJECTED}/certification/new`);
      await visit.see('next').click();
      await visit.see('form-problems').waitFor();
    },
    'a business that is not stored': searched('999', '81', '05058'),
    'a stored business': searched('120', '81', '47521'),
    'STEP 02': confirming,
  },
});
