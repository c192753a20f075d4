/** The Chromium of the npm package @sparticuz/chromium, unpacked once below node_modules with the libraries that it brings. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium, { inflate } from '@sparticuz/chromium';
import type { Found } from './chromium.ts';

const PACKAGE = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..');
const CACHE = join(PACKAGE, '..', '..', '.cache');

/**
 * Where it is, unpacked if it was not yet. Its own arguments are left out: they switch web security off.
 * Rejects where the package is not installed or not for this kind of machine.
 */
export async function unpackChromium(): Promise<Found> {
  const machine = `${process.platform} ${process.arch}`;
  if (machine !== 'linux x64') throw new Error(`@sparticuz/chromium is for linux x64, this is ${machine}`);
  const { version } = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  const folder = join(CACHE, `chromium-${version}`);
  if (!existsSync(folder)) await unpackTo(folder);
  return {
    path: join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

/** Test files run at the same time: each unpacks for itself, and the first one's folder stays. */
async function unpackTo(folder: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const own = await mkdtemp(`${folder}-`);
  try {
    await inTemporaryFolder(own, () => Promise.all([chromium.executablePath(), inflate(join(PACKAGE, 'bin', 'al2023.tar.br'))]));
    await writeFile(join(own, 'fonts.conf'), fontSettings(folder));
    await rename(own, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

/** The machine's own fonts and the package's: without any font a browser stops. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts', 'cache')}</cachedir>
</fontconfig>
`;
}

/** The package unpacks to the temporary folder, and to no other. */
async function inTemporaryFolder(folder: string, unpack: () => Promise<unknown>): Promise<void> {
  const { TMPDIR } = process.env;
  process.env.TMPDIR = folder;
  try {
    await unpack();
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}
