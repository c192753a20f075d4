/** `--json`: every command that speaks to a simulator answers a program in lines of JSON, and nothing else. */
import assert from 'node:assert/strict';
import { APPS, describeHouse } from '../helpers/house.ts';
import { programOf } from '../../src/command/index.ts';
import { command } from './in-process.ts';

/** They go on until they are ended, or what they write is a file. */
const OTHERS = ['listen', 'gallery', 'export'];

describeHouse('the command · --json', (world) => {
  const calls = [
    'clock',
    'clock advance 1h',
    'fail',
    'fail token --with KOE320',
    'fail --list',
    'fail --clear',
    'snapshot save here',
    'snapshot list',
    'snapshot load here',
    'snapshot remove here',
    'trigger',
    `trigger channel.added --app ${APPS.demo} --user returning`,
    'deliveries',
    'replay --failed',
    'openapi',
    'rotate-keys',
    'reset',
  ];

  it('is one object in each line', async () => {
    for (const call of calls) {
      const { code, stdout, stderr } = await command(world.url, ...call.split(' '), '--json');
      assert.deepEqual([code, stderr], [0, ''], call);
      assert.ok(stdout.length > 0, call);
      for (const line of stdout.trimEnd().split('\n')) assert.equal(typeof JSON.parse(line), 'object', call);
    }
  });

  it('is taken by each of them', async () => {
    const speaking = (await programOf({ environment: {} })).commands.filter(({ options }) => options.some(({ long }) => long === '--url'));
    const without = speaking.filter(({ options }) => !options.some(({ long }) => long === '--json')).map((each) => each.name());
    assert.deepEqual(without.sort(), OTHERS.toSorted());
    assert.deepEqual(
      speaking.map((each) => each.name()).filter((name) => !OTHERS.includes(name) && !calls.some((call) => call.startsWith(name))),
      [],
    );
  });
});
