/** `dist/NOTICES.txt`: of every package whose code was moved into the build, its name, version and licence, as its licence asks. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const notices = {
  name: 'notices',
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
    const packages = new Set(modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id) ?? []));
    const source = [...packages]
      .map(noticeOf)
      .sort()
      .join(`\n${'-'.repeat(80)}\n\n`);
    this.emitFile({ type: 'asset', fileName: 'NOTICES.txt', source });
  },
};

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file ? readFileSync(join(folder, file), 'utf8') : `Licence: ${license}\n`;
  return `${name} ${version}\n\n${text.trim()}\n`;
}
