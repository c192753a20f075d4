/**
 * The kit: what a test asks of a simulator, by the library and by the control API alike.
 * Words: input (what a test says; what it leaves out has a good default), facts (what it gets: plain JSON), ref (whom or what it means).
 * Limits: the schemas are the one source of types, checks and documents; a sign-up goes over the very pages and endpoints, as a partner's does.
 * Leaves to others: the rules (rooms), how they sound over HTTP (control).
 */
import type { House } from '../house.ts';
import { accountOf, createAccount, forgetUser } from './account.ts';
import { type AccountFacts, type AccountInput, accountInput } from './account-input.ts';
import { createApp } from './app.ts';
import { allFacts, type AppFacts, factsOf } from './app-facts.ts';
import { type AppInput, appInput } from './app-input.ts';
import type { Send } from './browser.ts';
import { type ChannelFacts, type ChannelInput, channelInput, channelOf, createChannel, relate } from './channel.ts';
import { clockInHand } from './clock.ts';
import { askForFault, type FaultFacts, type NewFault } from './faults.ts';
import { findAccount, findApp, findChannel } from './find.ts';
import type { Agreement } from './login.ts';
import { read } from './read.ts';
import { rotateKeys } from './keys.ts';
import { type Ref, textOf, withoutRefs, type WithRefs } from './refs.ts';
import { type SignUp, type SignUpInput, signUpInput, type Tokens } from './sign-up-input.ts';
import { resetWorld, restoreSnapshot, type SnapshotInHand, takeSnapshot } from './snapshots.ts';
import { createTerm } from './term.ts';
import { type NewTerm, newTerm, type TermFacts } from './term-input.ts';
import { deliveriesOf, journeysOf } from './watching.ts';

export type { AccountFacts } from './account-input.ts';
export type { ClockInHand } from './clock.ts';
export type { FaultFacts, NewFault } from './faults.ts';
export type { Agreement } from './login.ts';
export type { SnapshotInHand } from './snapshots.ts';
export type { Send } from './browser.ts';
export type { JourneyFacts, JourneyStepFacts } from './journey.ts';
export type { AttemptFacts, DeliveryFacts } from './shapes.ts';
export type { AppFacts, ChannelFacts, Ref, SignUp, TermFacts, Tokens };

export interface LoginOptions {
  /** Who signs in. */
  as: Ref;
  /** What is agreed to; everything unless told otherwise. */
  agree?: Agreement;
  /** One's own HTTP client: `fetch`, or anything that answers like it and does not follow redirects. */
  fetch?: Send;
}

export type Kit = ReturnType<typeof openKit>;

/** With an HTTP client of its own, which nobody waits for who signs nobody up. */
const signing = () => import('./sign-up.ts');

/** All verbs throw InputRefused for what does not fit, and what their own files say. */
export function openKit(house: House) {
  const appFacts = async (app: Ref): Promise<AppFacts> => factsOf(house, await findApp(house, textOf(app)));
  return {
    /** House time, by which everything waits and expires. */
    clock: clockInHand(house),

    /**
     * Has the next requests to an endpoint fail: `{ on: 'token', with: 'KOE320' }`, `{ on: 'user/me', with: 'reset', times: 3 }`.
     * Throws InputRefused, and FaultRefused with what can be asked for.
     */
    fail: (fault: NewFault): Promise<FaultFacts> => askForFault(house, fault),

    /** Has a new key sign from now on; what the one before it signed still verifies, what older ones signed does not. Resolves with the published `kid`s. */
    rotateKeys: async (): Promise<string[]> => (await rotateKeys(house)).kids,

    /** Everything as it is now; with a name it is kept as well, in the data folder where there is one. Throws SnapshotNameRefused. */
    snapshot: (name?: string): Promise<SnapshotInHand> => takeSnapshot(house, name),
    /** Everything as it was then, all or nothing. Throws SnapshotUnknown, SnapshotRefused; then nothing has changed. */
    restore: (snapshot: SnapshotInHand | string): Promise<void> => restoreSnapshot(house, snapshot),
    /** Everything back to the seed. Throws SeedRefused, and then nothing has changed. */
    reset: async (): Promise<void> => void (await resetWorld(house)),

    /** Simulators beside this one, in the same process, each with a URL, a state and a clock of its own. */
    worlds: house.worlds,

    apps: {
      /** An app whose login works, approved for all that it asks for. */
      create: async (input: WithRefs<AppInput> = {}): Promise<AppFacts> => createApp(house, read(appInput, withoutRefs(input))),
      get: appFacts,
      /** All of them, those that can be used for a sign-up first. */
      list: (): Promise<AppFacts[]> => allFacts(house),
    },

    accounts: {
      /** A person of whom everything is known. */
      create: async (input: AccountInput = {}): Promise<AccountFacts> => createAccount(house, read(accountInput, input)),
      get: async (account: Ref): Promise<AccountFacts> => accountOf(await findAccount(house, textOf(account))),
      list: async (): Promise<AccountFacts[]> => (await house.accounts.all()).map(accountOf),
      /** Those that the login page offers by one click. */
      personas: async (): Promise<AccountFacts[]> => (await house.accounts.personas()).map(accountOf),
      /** Makes somebody new to an app again, so that the first consent screen comes; nobody is told. Whether there was anything to forget. */
      forget: ({ app, account }: { app: Ref; account: Ref }): Promise<boolean> => forgetUser(house, textOf(app), textOf(account)),
    },

    channels: {
      /** A certified channel, connected to an app where one is named. */
      create: async (input: WithRefs<ChannelInput> = {}): Promise<ChannelFacts> =>
        createChannel(house, read(channelInput, withoutRefs(input))),
      get: async (channel: Ref): Promise<ChannelFacts> => channelOf(house, await findChannel(house, textOf(channel))),
      list: async (): Promise<ChannelFacts[]> => Promise.all((await house.channels.all()).map((channel) => channelOf(house, channel))),
      /** A person adds or blocks a channel in KakaoTalk, and its apps are told; whether it was otherwise before. Throws NoTalkUser. */
      add: ({ channel, account }: { channel: Ref; account: Ref }): Promise<boolean> =>
        relate(house, textOf(channel), textOf(account), 'ADDED'),
      block: ({ channel, account }: { channel: Ref; account: Ref }): Promise<boolean> =>
        relate(house, textOf(channel), textOf(account), 'BLOCKED'),
    },

    terms: {
      /** One more approved term for an app. */
      create: async (input: WithRefs<NewTerm>): Promise<TermFacts> => createTerm(house, read(newTerm, withoutRefs(input))),
      /** The approved terms of an app, in the order of the screen. */
      list: async (app: Ref): Promise<TermFacts[]> => (await appFacts(app)).terms,
    },

    /** Callbacks, and every login: listed, and waited for. */
    deliveries: deliveriesOf(house),
    journeys: journeysOf(house),

    /** Signs a person up for an app: a code and, unless told otherwise, its tokens. Throws LoginStopped, TokensRefused. */
    signUp: async (input: WithRefs<SignUpInput>): Promise<SignUp> => (await signing()).signUp(house, read(signUpInput, withoutRefs(input))),

    /** Drives a login from the authorize URL of one's own server to the address that the browser is sent back to. Throws LoginStopped. */
    login: async (authorizeUrl: string, { as, agree = 'all', fetch }: LoginOptions): Promise<string> =>
      (await signing()).login(house, authorizeUrl, await findAccount(house, textOf(as)), agree, fetch),
  };
}
