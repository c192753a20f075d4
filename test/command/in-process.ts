/** A command run in this process, where there is nothing to show about processes. */
import { run } from '../../src/command/index.ts';
import type { Ended } from './program.ts';

/** Runs it against the simulator at `url`; its two streams are caught. */
export function command(url: string, ...args: string[]): Promise<Omit<Ended, 'signal'>> {
  return commandIn({ KAKAO_SYNC_URL: url }, ...args);
}

/** The same with this environment. */
export async function commandIn(environment: Readonly<Record<string, string>>, ...args: string[]): Promise<Omit<Ended, 'signal'>> {
  const said = { stdout: '', stderr: '' };
  const streams = ['stdout', 'stderr'] as const;
  const writes = streams.map((name) => process[name].write);
  for (const name of streams) {
    process[name].write = (text: unknown) => {
      said[name] += String(text);
      return true;
    };
  }
  try {
    const code = await run(args, { ...environment });
    return { code, ...said };
  } finally {
    streams.forEach((name, at) => (process[name].write = writes[at]!));
  }
}
