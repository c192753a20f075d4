/** Whether a process lives, and since when. */
import { readFileSync } from 'node:fs';

/**
 * When a process started, in words that differ for the next process of the same number (and after a reboot); null when
 * it lives but the system does not tell; undefined when there is no such process, or only a dead one nobody collected.
 */
export function processStart(pid: number): string | null | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0 || !lives(pid)) return undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program may hold blanks and brackets: what counts comes after its last bracket.
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z' || state === 'X') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${rest[18]}`;
  } catch {
    return null; // not Linux
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
