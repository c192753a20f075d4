/** The program that is run: its exit code is ours, signals go on to it, and nothing of it stays behind. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProgramRefused, runProgram } from '../../src/takeover/index.ts';
import { PATIENCE, useRoom } from '../command/program.ts';

describe('takeover · the program', () => {
  const room = useRoom();
  const shell = (script: string): Promise<number> => runProgram('sh', ['-c', script], process.env, true);

  it('ends with the exit code of the program, and with 128 and its number for a signal', async () => {
    assert.equal(await shell('exit 0'), 0);
    assert.equal(await shell('exit 7'), 7);
    assert.equal(await shell('kill -9 $$'), 128 + 9);
  });

  it('gives the program its arguments and environment as they are', async () => {
    const file = join(tmpdir(), `kakao-sync-argument-${process.pid}`);
    const argument = `a "b" 'c' $HOME * é`;
    assert.equal(await runProgram('sh', ['-c', 'printf %s "$1" > "$FILE"', 'sh', argument], { ...process.env, FILE: file }, true), 0);
    assert.equal(readFileSync(file, 'utf8'), argument);
    rmSync(file);
  });

  it('ends what the program leaves behind, also when that does not listen', async () => {
    const file = join(room.folder, 'left');
    assert.equal(
      await shell(
        `sleep 1000 & echo $! > ${file}; sh -c 'trap "" TERM; : > ${file}-deaf; sleep 1000' & echo $! >> ${file}; until [ -e ${file}-deaf ]; do :; done`,
      ),
      0,
    );
    for (const pid of readFileSync(file, 'utf8').trim().split('\n')) assert.ok(!isRunning(Number(pid)), pid);
  });

  it('says which program is not there, with the exit code of shells', async () => {
    for (const [command, exitCode] of [
      ['no-such-program', 127],
      [room.folder, 126],
    ] as const)
      await assert.rejects(
        runProgram(command, [], {}, true),
        (error) => error instanceof ProgramRefused && error.details.exitCode === exitCode,
      );
  });

  it('passes SIGTERM on and waits for the program, and leaves no file behind', async () => {
    const script = `process.on('SIGTERM', () => process.exit(3)); console.log(process.env.KAKAO_SYNC_CA); setInterval(() => undefined, 1000)`;
    const program = room.start(['exec', '--', process.execPath, '-e', script]);
    const file = (await program.said(/ca\.pem$/)).trim();
    assert.ok(readFileSync(file, 'utf8').includes('CERTIFICATE'));
    const { code, signal, stderr } = await program.end('SIGTERM');
    assert.deepEqual([code, signal], [3, null]);
    assert.match(stderr, /^kakao-sync-simulator: stands in for Kakao at \S+\n$/);
    assert.throws(() => readFileSync(file));
    assert.deepEqual(readdirSync(room.folder), []);
  }).timeout(PATIENCE);

  it('refuses a setting in one line before anything runs', async () => {
    const { code, stdout, stderr } = await room.start(['exec', '--port', 'x', '--', 'echo', 'ran']).ended;
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, /^kakao-sync-simulator: -p, --port: expected a number from 0 to 65535, got "x"\n$/);
  }).timeout(PATIENCE);
});

/** A process that has ended and that nobody has asked about yet runs no more. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
