import { lookAtEach } from './every-page.ts';
import { MESSAGES, PARTNER, previewMessage, sendMessage, uploadGroup } from './messaging.ts';
import type { Town } from './town.ts';
import type { Visit } from './visit.ts';
import { openConsole, openTalk } from './ways.ts';

/** Of the guide's profiles: no message, no app, and somebody who only looks on. */
const VALID = '/center/profiles/_xaGdm/messages';
const MEMBER = 'pbqa-bp002@pbtest.example.com';

const at = (path: string, loginId?: string) => (visit: Visit, town: Town) => openConsole(visit, town, path, loginId);

async function openGroup(visit: Visit, town: Town): Promise<void> {
  await uploadGroup(visit, town);
  await visit.see('group-numbers').waitFor();
}

/** A friend's phone, at a path below `/talk`, once a message has come. */
const phoneAt = (path: string) => async (visit: Visit, town: Town) => {
  await sendMessage(visit, town);
  await openTalk(visit, town, 'returning');
  await visit.page.goto(town.url + path);
};

lookAtEach('every page of messages', {
  'sent messages': {
    none: at(VALID),
    'for a member': at(VALID, MEMBER),
    some: async (visit, town) => {
      await sendMessage(visit, town);
      await openConsole(visit, town, MESSAGES, PARTNER);
    },
    one: sendMessage,
  },
  'sending a message': {
    form: at(`${MESSAGES}/new`, PARTNER),
    'nothing filled in': async (visit, town) => {
      await openConsole(visit, town, `${MESSAGES}/new`, PARTNER);
      await visit.see('submit').click();
      await visit.see('form-problems').waitFor();
    },
    preview: previewMessage,
  },
  'friend groups': {
    'no app': at(`${VALID}/groups`),
    'for a member': at(`${VALID}/groups`, MEMBER),
    form: at(`${MESSAGES}/groups`, PARTNER),
    'refused file': async (visit, town) => {
      await uploadGroup(visit, town, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]));
      await visit.see('form-problems').waitFor();
    },
    one: openGroup,
    some: async (visit, town) => {
      await openGroup(visit, town);
      await openConsole(visit, town, `${MESSAGES}/groups`, PARTNER);
    },
    removal: async (visit, town) => {
      await openGroup(visit, town);
      await visit.see('remove-group').click();
      await visit.see('confirm').waitFor();
    },
  },
  'KakaoTalk with a message': {
    channels: phoneAt('/talk'),
    found: phoneAt('/talk?q=데모'),
    'not found': phoneAt('/talk?q=nowhere'),
    channel: phoneAt('/talk/channels/_xqDemo'),
    'another channel': phoneAt('/talk/channels/_xaGdm'),
    chats: phoneAt('/talk/messages'),
    chat: phoneAt('/talk/channels/_xqDemo/messages'),
    'empty chat': phoneAt('/talk/channels/_xaGdm/messages'),
  },
});
