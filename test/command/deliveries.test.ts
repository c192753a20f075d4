/** `deliveries` and `replay`: what was sent is listed, for people and for programs, and sent anew. */
import assert from 'node:assert/strict';
import { table } from '../../src/command/terminal.ts';
import { answers } from '../helpers/receiver.ts';
import { PATIENCE } from './program.ts';
import { useConversation } from './speaks.ts';

describe('the command · deliveries and replay', () => {
  const talk = useConversation();

  it('list what was sent in a table without colours, and in lines of JSON', async () => {
    assert.equal((await talk.say('deliveries')).stdout, 'no deliveries\n');
    await talk.signUp();
    await talk.registered.arrived(2);
    const { code, stdout, stderr } = await talk.say('deliveries', '--app', '데모상점');
    assert.deepEqual([code, stderr], [0, '']);
    const [head, ...rows] = stdout.trimEnd().split('\n');
    assert.match(head!, /^TIME +STATE +EVENT +USER +APP +ANSWER +MS +ID$/);
    assert.deepEqual(
      new Set(rows.map((row) => /channel\.added|sync\.signed_up/.exec(row)?.[0])),
      new Set(['channel.added', 'sync.signed_up']),
    );
    assert.ok(!stdout.includes('\u001B'));

    const lines = (await talk.say('deliveries', '--json', '--limit', '1')).stdout.trimEnd().split('\n');
    assert.equal(lines.length, 1);
    const delivery = JSON.parse(lines[0]!) as { event: string; body: string };
    assert.ok(talk.registered.received.some(({ body }) => body === delivery.body));
  }).timeout(PATIENCE);

  it('list those that failed, and send them anew: one, and all', async () => {
    talk.registered.answer(answers.status(500));
    await talk.signUp();
    await talk.registered.arrived(2);
    await talk.simulator.end('SIGTERM'); // what was answered is written down
    await talk.restart();
    const failed = (await talk.say('deliveries', '--failed', '--json')).stdout.trimEnd().split('\n');
    assert.equal(failed.length, 2);
    const { id } = JSON.parse(failed[0]!) as { id: string };
    talk.registered.answer(answers.status(200));
    assert.deepEqual(await talk.say('replay', id), { code: 0, signal: null, stdout: '1 delivery is sent anew\n', stderr: '' });
    await talk.registered.arrived(3);
    assert.match((await talk.say('replay', '--failed')).stdout, /^1 delivery is sent anew\n|^2 deliveries/);
    await talk.registered.arrived(4);
  }).timeout(PATIENCE);

  for (const [what, args, expected] of [
    [
      'an app that there is not',
      ['deliveries', '--app', 'nobody'],
      /^app: expected the id, a key or the name of an app, got "nobody"; there are: .*데모상점/,
    ],
    ['a limit that is none', ['deliveries', '--limit', 'x'], /argument 'x' is invalid\. Expected a number of 1 or more; --help/],
    ['an id that there is not', ['replay', 'none'], /^there is no delivery none\. /],
    ['a replay of nothing', ['replay'], /^replay: give ids of deliveries, or --failed/],
    ['a replay of both', ['replay', 'x', '--failed'], /^replay: give ids of deliveries, or --failed/],
    [
      'an address that is none',
      ['deliveries', '--url', 'nowhere'],
      /^--url: expected an address like http:\/\/localhost:5252, got "nowhere"$/,
    ],
  ] as const) {
    it(`refuse ${what} in one line`, async () => {
      const { code, stdout, stderr } = await talk.say(...args);
      assert.deepEqual([code, stdout], [1, '']);
      assert.match(stderr, /^kakao-sync-simulator: [^\n]+\n$/);
      assert.match(stderr.trim().slice('kakao-sync-simulator: '.length), expected);
    }).timeout(PATIENCE);
  }

  it('say in one sentence that no simulator runs, and that something else does', async () => {
    const { url } = talk.facts;
    await talk.simulator.end('SIGTERM');
    for (const args of [['deliveries'], ['replay', 'x'], ['listen', '--forward-to', 'http://localhost:3000']]) {
      const { code, stderr } = await talk.say(...args);
      assert.equal(code, 1);
      assert.match(
        stderr,
        new RegExp(
          `^kakao-sync-simulator: no simulator answers at ${url} \\(connection refused\\); start one with "[^"]+", or [^\\n]+\\n$`,
        ),
      );
    }
    const { stderr } = await talk.say('deliveries', '--url', talk.registered.url);
    assert.match(stderr, /is no simulator of this version \(200, no type\)/);
  }).timeout(PATIENCE);
});

describe('a table in a terminal', () => {
  const rows = [
    ['2026', '한가람'],
    ['1', 'a name\u001B[31m that goes on'],
  ];

  it('has columns of the widths of what is in them, Korean letters two wide, and no control characters', () => {
    assert.deepEqual(table(['N', 'NAME'], rows, Infinity), ['N     NAME', '2026  한가람', '1     a name [31m that goes on']);
  });

  it('fits: the widest column gives way', () => {
    const lines = table(['N', 'NAME'], rows, 16);
    assert.deepEqual(lines, ['N     NAME', '2026  한가람', '1     a name [3…']);
  });
});
