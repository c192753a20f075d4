/** A world in which every form of the consoles is somewhere: no list is empty, an application is being written, a profile asks to be certified. */
import { readList } from '../../src/messages/index.ts';
import { signedIn } from '../consoles/center/browser.ts';
import { next, STEP_01, STEP_02 } from '../consoles/center/certifying.ts';
import { APPS, type World } from '../helpers/house.ts';
import { NEW_LINK } from '../helpers/rows.ts';
import { OWNER } from '../helpers/rooms.ts';

/** The app that has something in each of its lists. */
const APP = APPS.rejected;
/** The business that its owner may change. */
const BUSINESS = '999-81-04044';

/** A profile with a message to its friends, and the app whose users they are. */
const [PROFILE, SERVICE] = ['_xoEtb', APPS.ellaBongBong];

/** Pages of it that no link of the shipped world leads to. */
export const PAGES: readonly string[] = [
  STEP_01,
  STEP_02,
  '/business/businesses/new/999-81-05058',
  `/business/apps/${APP}/application/details`,
  `/business/connections/new/${APP}/done`,
  `/developers/apps/${APP}`,
  `/_sim/endpoints/${APP}:channel`,
  `/center/profiles/${PROFILE}/messages/groups`,
  `/talk/channels/${PROFILE}/messages`,
  '/account',
];

export async function furnish(world: World): Promise<void> {
  const { keys } = await world.app(APP);
  await world.change('apps', APP, {
    userProperties: ['tier'],
    allowedIps: ['127.0.0.1', '::1'],
    keys: keys.map((key) => ({
      ...key,
      logoutRedirectUris: ['http://localhost:3000/'],
      domains: ['http://localhost:3000'],
      androidKeyHashes: ['hash='],
      iosBundleIds: ['com.example'],
    })),
  });
  await world.change('businesses', BUSINESS, { registeredBy: OWNER });
  await world.house.inbox.receive(APP, 'channel', { method: 'POST', query: '', headers: [], body: Buffer.from('{}') });
  await world.house.inbox.addScript(APP, { kind: 'channel', does: 'hang', status: 200, location: null, delayMs: 0, times: 1 });
  await furnishBench(world);
  await furnishMessages(world);
  await world.house.sync.editDraft(OWNER, APP, { kinds: ['terms', 'items'] });
  await next(world, await signedIn(world, OWNER));
}

/** A callback to be sent again, and a trouble to be taken away. */
async function furnishBench({ house: { store, webhooks } }: World): Promise<void> {
  await store.write(async (tx) => {
    const endpoint = (await webhooks.register(tx, APP, 'channel', 'http://127.0.0.1:9/'))!;
    const lane = `${APP}:01-han`;
    const id = await webhooks.newId(tx, { endpointId: endpoint.id, lane });
    webhooks.enqueue(tx, { id, endpoint, event: 'channel.added', lane, headers: {}, body: '{}' });
    await webhooks.addTrouble(tx, { endpointId: endpoint.id, event: null, kind: 'drop', times: 1 });
  });
}

/** The owner and a friend of a profile are users of its app; they are a group, and have a message with a button. */
async function furnishMessages({ house: { store, consent, accounts, apps, messages } }: World): Promise<void> {
  const friend = (await accounts.byId('01-han'))!;
  const optional = (await apps.byId(SERVICE))!.items.filter(({ state }) => state === 'optional');
  const items = optional.map(({ id }) => ({ id, agreedAt: 0 }));
  await store.write(async (tx) => {
    for (const [accountId, number] of [
      [OWNER, '3900000091'],
      [friend.id, '3900000092'],
    ] as const)
      tx.put('links', {
        ...NEW_LINK,
        id: `${SERVICE}:${accountId}`,
        appId: SERVICE,
        accountId,
        number,
        items,
        state: 'linked',
        connectedAt: 0,
      });
  });
  await consent.relate(PROFILE, friend, 'ADDED');
  const list = readList(Buffer.from('3900000092'));
  const { id: groupId } = await messages.addGroup(OWNER, PROFILE, { appId: SERVICE, name: 'friends', list });
  await messages.send(OWNER, PROFILE, { text: 'hello', button: { title: 'go', link: 'http://localhost:3000/' }, groupId });
}
