/** Who may import whom. Read by test/helpers/plan.ts and test/plan.test.ts. */

const ROOMS_BELOW = [
  'accounts',
  'businesses',
  'documents',
  'journeys',
  'keys',
  'operators',
  'refusals',
  'reviews',
  'submissions',
  'tries',
  'webhooks',
];
export const ROOMS = [
  ...ROOMS_BELOW,
  'apps',
  'channels',
  'terms',
  'sync',
  'consent',
  'messages',
  'inspections',
  'inbox',
  'world',
  'faults',
];
const GROUND = ['rule', 'clock', 'json', 'time-text'];
/** What says how a simulator is to be. */
const CONFIGURED = ['config', 'mode', 'rule', 'clock', 'store', 'seeds', 'version'];
const PAGES = ['account', 'business', 'center', 'developers', 'talk'];
const CONSOLES = [...PAGES, 'home', 'operator'].map((name) => `consoles/${name}`);

/** What each part of src may import from, besides itself. Widening a line needs its reason beside it. */
export const FLOORS: Readonly<Record<string, readonly string[]>> = {
  rule: [],
  // Where the program lies; asked for by what reads files of the package.
  'package-root': [],
  clock: [],
  json: [],
  'time-text': ['clock'],
  // Kakao's contract as data: facts about Kakao alone, whatever the code makes of them.
  contract: [],
  // Kakao's host names: facts about Kakao alone, too.
  hosts: [],
  // Requests out of the house, and where they may go.
  outward: [],
  // Reads the list of hosts that callbacks may go to.
  setting: ['rule'],
  config: ['setting', 'package-root', 'outward'],
  // A seed with an address that nothing is ever sent to is refused.
  store: ['rule', 'clock', 'outward'],
  web: ['rule', 'config', 'package-root'],
  ...Object.fromEntries(ROOMS_BELOW.map((room) => [room, ['store', ...GROUND]])),
  webhooks: ['store', ...GROUND, 'outward'],
  // Its editors say where callbacks go.
  apps: ['store', ...GROUND, 'businesses', 'documents', 'webhooks'],
  channels: ['store', ...GROUND, 'businesses', 'documents', 'reviews'],
  terms: ['store', ...GROUND, 'apps', 'documents', 'reviews'],
  sync: ['store', ...GROUND, 'apps', 'businesses', 'channels', 'documents', 'reviews', 'terms', 'webhooks'],
  consent: ['store', ...GROUND, 'accounts', 'apps', 'channels', 'sync', 'terms', 'webhooks'],
  // User numbers of a friend group become friends of the profile that it belongs to.
  messages: ['store', ...GROUND, 'channels', 'consent', 'sync'],
  // Looks at what the reviews are about, and asks addresses as webhooks does.
  inspections: ['store', ...GROUND, 'apps', 'businesses', 'channels', 'documents', 'reviews', 'outward'],
  inbox: ['store', ...GROUND, 'apps', 'webhooks'],
  // Which error belongs to which endpoint is a fact about Kakao.
  faults: ['store', ...GROUND, 'contract'],
  // Sets everything back to the seed; of apps it needs where the demo partner stands in it, of journeys that they are written.
  world: ['store', ...GROUND, 'apps', 'documents', 'journeys', 'reviews'],
  house: ['config', 'hosts', 'outward', 'store', ...GROUND, ...ROOMS],
  // What a newcomer needs to know of a running simulator.
  facts: ['house'],
  // What a test asks of a simulator, by the library and by the control API alike. Like a door it takes types and pure functions of rooms.
  // What is known of an app stands in facts; the kit tells more of it.
  kit: ['house', 'facts', 'hosts', 'store', 'web', ...GROUND, ...ROOMS],
  // Stands between the net and the doors, and tells a room what passes.
  traffic: ['journeys', 'web', ...GROUND],
  // Faults as they befall requests, the same at every door of Kakao's.
  mishaps: ['faults', 'web', ...GROUND],
  // A refusal in words: the error page of the login and the operator's page draw the same one.
  why: ['refusals', 'web'],
  // The same words about a user, which kapi answers, and the login page and an inspected consent screen show beforehand.
  profile: ['house', 'store', 'accounts', 'apps', 'channels', 'consent', ...GROUND],
  // Who is an operator, and what is theirs alone: asked in front of the doors, and by the control API for its calls.
  gate: ['house', 'operators', 'tries', 'web', ...GROUND],
  // Whether others reach the simulator, by its settings.
  mode: ['config'],
  oauth: ['house', 'web', 'why', 'mishaps', 'profile', ...GROUND],
  kapi: ['house', 'web', 'why', 'mishaps', 'profile', ...GROUND],
  // The seed is written by what reads it.
  control: ['house', 'gate', 'kit', 'seeds', 'web', 'version', ...GROUND],
  // What KakaoTalk and the consoles share: who is signed in, and how.
  'consoles/kit': ['house', 'web', ...GROUND],
  ...Object.fromEntries(PAGES.map((name) => [`consoles/${name}`, ['house', 'web', 'consoles/kit', ...GROUND]])),
  'consoles/home': ['house', 'web', 'facts', ...GROUND],
  // Draws the contract; how it stands in the code is handed in by app, as doors do not import one another.
  // An HTTP archive names the program that wrote it.
  'consoles/operator': ['house', 'web', 'why', 'contract', 'version', 'consoles/kit', ...GROUND],
  // An honest OAuth client: it knows the simulator by its addresses only.
  partner: ['web', 'rule'],
  // Holds the contract against what the doors really serve.
  coverage: ['contract', 'kapi', 'oauth', 'apps', 'web'],
  // What those ask who run it. The store itself says whether it answers.
  ops: ['house', 'store', 'clock', 'version'],
  // Which door answers, by the host that was asked.
  faces: ['hosts', 'house', 'web'],
  pages: ['gate', 'house', 'contract', 'coverage', 'oauth', ...CONSOLES],
  app: ['faces', 'gate', 'house', 'ops', 'web', 'traffic', 'mishaps', 'oauth', 'kapi', 'control', 'pages'],
  serve: ['rule'],
  // Keeps the clocks of several instances one.
  'shared-time': ['clock', 'house', 'store'],
  // The local authority, and how programs are led here. It knows the simulator by its addresses only.
  takeover: ['rule', 'clock', 'hosts', 'package-root'],
  secure: ['config', 'serve', 'takeover'],
  // Tells the partner what a partner would copy from the console.
  demo: ['house', 'partner', 'serve', 'apps'],
  // The config file, over the seed that the store reads. What a fault may be is its room's to say.
  seeds: ['config', 'store', 'faults', 'package-root', ...GROUND],
  // Opens houses beside the main one, as index does.
  // With the limits of the main one.
  worlds: ['outward', 'clock', 'house', 'app', 'serve', 'store', 'world'],
  simulator: ['worlds', 'config', 'mode', 'clock', 'house', 'app', 'store', 'serve', 'demo', 'hosts', 'ops', 'secure', 'shared-time'],
  index: ['simulator', 'kit', 'seeds', 'store'],
  version: ['package-root'],
  banner: ['simulator', 'kit', 'version'],
  sheet: ['rule', 'package-root'],
  // Checks and writes config files, and prints the control API, all without a simulator.
  command: ['index', 'simulator', 'kit', 'banner', 'control', 'sheet', 'secure', 'takeover', ...CONFIGURED],
  main: ['command'],
};

/**
 * Doors may take types, error classes and pure functions (`personOf`, `consentItem`) from a room's index, never open a
 * room of their own: rooms are opened in house.ts alone.
 */
export const DOORS = ['oauth', 'kapi', 'control', ...CONSOLES, 'consoles/kit'];
