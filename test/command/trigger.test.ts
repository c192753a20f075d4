/** `trigger`: an event by hand, from a terminal. */
import assert from 'node:assert/strict';
import { PATIENCE } from './program.ts';
import { useConversation } from './speaks.ts';

describe('the command · trigger', () => {
  const talk = useConversation();

  it('lists the events, sends one, and says what does not fit', async () => {
    const list = await talk.say('trigger');
    assert.deepEqual([list.code, list.stderr], [0, '']);
    assert.match(list.stdout, /^EVENT +TAKES +AT KAKAO\nchannel\.added +--user --channel +The user added the channel\n/);

    const { code, stdout } = await talk.say('trigger', 'channel.blocked', '--app', '데모상점', '--user', 'han');
    assert.equal(code, 0);
    assert.match(stdout, /^channel\.blocked is sent: POST http:\/\/127\.0\.0\.1:\d+\/hooks\/channel \[\w{24}\]\n$/);
    await talk.registered.arrived(1);
    assert.match(talk.registered.received[0]!.body, /"event":"blocked"/);

    const unknown = await talk.say('trigger', 'channel.addd', '--app', '데모상점', '--user', 'han');
    assert.equal(unknown.code, 1);
    assert.match(unknown.stderr, /there is no event "channel\.addd"; there are: channel\.added, [^\n]*\n$/);
    assert.match((await talk.say('trigger', 'unlink')).stderr, /^kakao-sync-simulator: trigger: say to which app and about whom/);
  }).timeout(PATIENCE);
});
