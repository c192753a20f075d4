/** Commands that speak to a running simulator: one is started with people who can sign up, and callbacks that go to a receiver. */
import { join } from 'node:path';
import { afterEach, beforeEach } from 'mocha';
import { answers, openReceiver, type Receiver } from '../helpers/receiver.ts';
import { type Ended, type Facts, type Program, type Room, useRoom } from './program.ts';
import { type Person, signUp, writeWorld } from './sign-up.ts';

export interface Conversation {
  readonly room: Room;
  readonly simulator: Program;
  readonly facts: Facts;
  /** Where the demo app's own callbacks go; it answers 200. */
  readonly registered: Receiver;
  /** A command that speaks to it, running. */
  begin(...args: string[]): Program;
  /** The same, when it has ended. */
  say(...args: string[]): Promise<Ended>;
  /** Somebody signs up: two callbacks. */
  signUp(): Promise<void>;
  /** Starts the simulator again on its folder and port. */
  restart(): Promise<void>;
}

/** For the tests of the suite that calls this. */
export function useConversation(): Conversation {
  const room = useRoom();
  const talk = {} as { -readonly [K in keyof Conversation]: Conversation[K] };
  let people: Person[] = [];
  const start = (port: string) => room.start(['--port', port, '--json', '--no-partner', '--seed', 'world.json']);

  beforeEach(async () => {
    const registered = await openReceiver();
    registered.answer(answers.status(200));
    people = Array.from({ length: 4 }, (_, i) => ({ email: `person-${i}@example.com` }));
    writeWorld(join(room.folder, 'world.json'), people, registered.url);
    const simulator = start('0');
    Object.assign(talk, { room, registered, simulator, facts: await simulator.facts() });
  });
  afterEach(() => talk.registered.close());

  talk.begin = (...args) => room.start(args, { KAKAO_SYNC_URL: talk.facts.url });
  talk.say = (...args) => talk.begin(...args).ended;
  talk.signUp = async () => void (await signUp(talk.facts, people.shift()!));
  talk.restart = async () => {
    await talk.simulator.end('SIGTERM');
    talk.simulator = start(new URL(talk.facts.url).port);
    talk.facts = await talk.simulator.facts();
  };
  return talk;
}
