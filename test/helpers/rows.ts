/** Rows with every default of the schema filled in: tests spread them and say what matters to them. */
import { shapes } from '../../src/store/schema.ts';
import type { App, AppKey, Link } from '../../src/store/index.ts';

const HEX = '0'.repeat(32);

export const NEW_KEY: AppKey = shapes.apps.shape.keys.element.parse({
  type: 'rest',
  key: HEX,
  secret: { value: 's', on: false },
  redirectUris: [],
});

/** An app with nothing switched on but the login. */
export const NEW_APP: App = shapes.apps.parse({
  id: '1',
  name: '가게',
  company: '가게 주식회사',
  icon: null,
  era: 'current',
  businessNumber: null,
  members: [],
  keys: [NEW_KEY],
  adminKeys: [HEX],
  loginOn: true,
  openidConnectOn: false,
  simpleSignupOn: false,
  channelOnConsent: null,
  items: [],
});

/** Somebody who never agreed to anything. */
export const NEW_LINK: Link = shapes.links.parse({
  id: '1:person',
  appId: '1',
  accountId: 'person',
  number: '3900000001',
  state: 'unlinked',
  connectedAt: null,
  synchedAt: null,
  items: [],
});
