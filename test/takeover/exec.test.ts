/** `exec`: programs that know only Kakao's own addresses log in, whatever they are written in. */
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { PATIENCE } from '../command/program.ts';
import { APPS } from '../helpers/house.ts';
import { app } from '../helpers/world.ts';
import { onPath, type Ran, running } from './running.ts';

const at = (name: string): string => fileURLToPath(new URL(`programs/${name}`, import.meta.url));
const { key, secret } = app(APPS.demo).keys.find(({ type }) => type === 'rest')!;

/** Languages that this machine has. curl is everywhere, also where nothing was installed. */
const LANGUAGES = [
  { name: 'curl', command: 'bash', program: 'login.sh' },
  { name: 'Python', command: 'python3', program: 'login.py' },
  { name: 'Java', command: 'java', program: 'Login.java' },
].filter(({ command }) => onPath(command) !== undefined);

describe('takeover · unchanged programs', () => {
  let exec: Ran;
  let ran: Record<string, Ran>;

  before(async function () {
    this.timeout(PATIENCE);
    const programs = [
      `libraries=${process.execPath},${at('libraries.ts')}`,
      ...LANGUAGES.map(({ name, command, program }) => [`${name}=${command}`, at(program), key, secret.value].join()),
    ];
    // Who reaches Kakao without a proxy as a rule is led here all the same.
    const environment = { NO_PROXY: '.kakao.com, internal.example', no_proxy: '' };
    exec = await running(['exec', '--', process.execPath, at('all.ts'), ...programs], environment);
    ran = JSON.parse(exec.stdout) as Record<string, Ran>;
  });

  const libraries: [name: string, said: unknown][] = [
    ['arctic', '전화로만'],
    ['passport-kakao', '다시온'],
    [
      'Auth.js',
      { name: 'Jordan', email: 'foreign-phone@example.com', image: 'https://k.kakaocdn.net/assets/pictures/foreign-phone-640.png' },
    ],
    [
      'openid-client',
      { iss: 'https://kauth.kakao.com', nickname: '한가람', picture: 'https://k.kakaocdn.net/assets/pictures/han-640.png' },
    ],
  ];
  for (const [name, expected] of libraries) {
    it(`${name} logs in at Kakao’s own addresses`, () => {
      const { code, stdout, stderr } = ran.libraries!;
      assert.equal(code, 0, stderr);
      assert.deepEqual((JSON.parse(stdout) as Record<string, unknown>)[name], expected);
    });
  }

  for (const { name } of LANGUAGES) {
    it(`${name} logs in at Kakao’s own addresses`, () => {
      const { code, stdout, stderr } = ran[name]!;
      assert.equal(code, 0, stderr);
      const me = JSON.parse(stdout) as { id: number; properties: { nickname: string } };
      assert.deepEqual([me.id, me.properties.nickname], [3900000001, '다시온']);
    });
  }

  it('says in one line that it stands in for Kakao, and leaves the rest to the program', () => {
    assert.equal(exec.code, 0);
    assert.match(exec.stderr, /^kakao-sync-simulator: stands in for Kakao at http:\/\/localhost:\d+\n$/);
  });
});
