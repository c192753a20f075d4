/** The webhook bench in a browser: the list, one callback in every state, endpoints, trouble, and events by hand. */
import { listenAs, openPhone } from '../consoles/phone.ts';
import { APPS, describeHouse, type World } from '../helpers/house.ts';
import { answers, type Receiver } from '../helpers/receiver.ts';
import { lookAtPages } from './every-page.ts';
import { describeBrowser, type Visit } from './visit.ts';

const CHANNEL = `/_sim/endpoints/${APPS.demo}:channel`;

type State = (visit: Visit, world: World) => Promise<unknown>;

const open =
  (path: string, ...testIds: string[]): State =>
  async (visit, world) => {
    await visit.page.goto(world.url + path);
    for (const testId of testIds) await visit.see(testId).first().click();
  };

/** The newest delivery that stands so. */
const delivery =
  (event: string, query = ''): State =>
  async (visit, world) => {
    const [newest] = await world.house.webhooks.recent({ limit: 1 }, { event });
    await visit.page.goto(`${world.url}/_sim/deliveries/${newest!.id}${query}`);
  };

const PAGES: Readonly<Record<string, Readonly<Record<string, State>>>> = {
  callbacks: {
    some: open('/_sim/deliveries'),
    'as numbers': async (visit, world) => {
      await open('/_sim/deliveries')(visit, world);
      await visit.page.locator('#picture-numbers summary').click();
    },
    none: open('/_sim/deliveries?kind=sync'),
    'none chosen': open('/_sim/deliveries', 'replay-chosen'),
    'about to be sent again': open('/_sim/deliveries', 'delivery-box', 'replay-chosen'),
    'all failed, about to be sent again': open('/_sim/deliveries', 'replay-failed'),
  },
  'a callback': {
    failed: delivery('channel.blocked'),
    'spoiled on purpose': delivery('channel.added'),
    'with its secrets': delivery('channel.added', '?show=secrets'),
    'signed, and waiting': delivery('account.tokens-revoked'),
  },
  endpoints: {
    all: open('/_sim/endpoints'),
    one: open(CHANNEL),
    refused: open(CHANNEL, 'trouble-arm'),
    'of account status': open(CHANNEL.replace('channel', 'account')),
    'of unlinks': open(CHANNEL.replace('channel', 'unlink')),
    'not registered': open(`/_sim/endpoints/${APPS.plain}:unlink`, 'address-save'),
  },
  events: {
    channel: open('/_sim/triggers'),
    signed: open(`/_sim/triggers?app=${APPS.demo}&event=account.user-scope-consent`),
    nowhere: open(`/_sim/triggers?app=${APPS.plain}&event=unlink`),
  },
};

describeHouse('every page of the webhook bench', (world) => {
  const receivers: Receiver[] = [];
  beforeEach(async () => {
    for (const kind of ['account', 'unlink', 'channel'] as const) receivers.push(await listenAs(world, { kind }));
    const { webhooks, consent, store } = world.house;
    await store.write(async (tx) => {
      await webhooks.configure(tx, `${APPS.demo}:account`, { state: 'paused', events: ['tokens-revoked'] });
      await webhooks.addTrouble(tx, { endpointId: `${APPS.demo}:channel`, event: 'channel.added', kind: 'duplicate', times: 1 });
      await webhooks.addTrouble(tx, { endpointId: `${APPS.demo}:channel`, event: 'channel.none', kind: 'delay', times: 3, ms: 100 });
      await consent.trigger(tx, { name: 'account.tokens-revoked', appId: APPS.demo, accountId: '03-returning' });
    });
    receivers.at(-1)?.answer(answers.redirect('/elsewhere'), answers.status(200, { 'x-echo': 'KakaoAK 0123456789abcdef' }));
    const phone = await openPhone(world, 'returning');
    for (const relation of ['BLOCKED', 'ADDED']) await phone.press(relation);
    await webhooks.settled();
  });
  afterEach(async () => {
    for (const receiver of receivers.splice(0)) await receiver.close();
  });

  describeBrowser('in a browser', (browser) => lookAtPages(browser, PAGES, world, 'bench, '));
});
