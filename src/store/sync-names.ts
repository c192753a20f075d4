/** What a rename needs before it survives a power cut. */
import { open } from 'node:fs/promises';

/** Makes the names in a folder (created, renamed, removed files) last, where the system can. */
export async function syncNames(folder: string): Promise<void> {
  if (process.platform === 'win32') return; // it knows no fsync of folders
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
