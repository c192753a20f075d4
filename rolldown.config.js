/**
 * The published package: our own modules moved together, with those of the packages that a start needs, since a program that opens two
 * thousand files starts late. What stands under `dependencies` is installed beside it: what is read later or seldom, and what our types name.
 */
import { hash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { parseSeed } from './src/store/seed.ts';

const { name, dependencies, peerDependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const BESIDE = [name, ...Object.keys({ ...dependencies, ...peerDependencies })];
/** Of these only the types are needed from the package. */
const TYPES = ['zod', 'jose'];
/** What is read together: each file of a start is looked for, read and linked. */
const STAGES = { command: 'src/command/index.ts', simulator: 'src/simulator.ts' };
/** What both of them need. */
const SHARED = 'shared';
const stageOf = new Map();

export default {
  // The last one has to run before what it hushes, and so has a file of its own.
  input: { main: 'src/main.ts', index: 'src/index.ts', 'takeover/hook': 'src/takeover/hook.js', hush: 'src/oauth/oidc/hush.ts' },
  platform: 'node',
  external: (id) => BESIDE.some((each) => !TYPES.includes(each) && (id === each || id.startsWith(`${each}/`))),
  // Three versions of it, which make their sixty classes each; those who ask for the older ones take a status and a text, as ever.
  resolve: { alias: { 'http-errors': createRequire(import.meta.url).resolve('http-errors') } },
  plugins: [builtIn(), lighter(), shippedSeed(), together(), inAscii(), notices(), declarations()],
  // In one folder: package-root.ts says where the rest of the package lies. Names stay as they are, for those who read a stack trace.
  output: {
    dir: 'dist',
    format: 'esm',
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: { groups: [SHARED, ...Object.keys(STAGES)].map((stage) => ({ name: stage, test: (id) => stageOf.get(id) === stage })) },
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  },
};

/**
 * What is built into Node, without what nobody here takes of it: an `import` reads every export, and some are made only then. WebSocket of
 * `node:http` is all of Node's own undici, a quarter of a short start; `node:crypto` brings all of WebCrypto.
 */
function builtIn() {
  const PREFIX = '\0built-in:';
  /** Of these all is made at once, or rolldown itself imports them. */
  const LEFT = ['node:tls', 'node:module'];
  /** Made when they are asked for, too, and taken here: the build says of one more that it is not exported. */
  const TAKEN = ['AsyncLocalStorage', 'BlockList'];
  return {
    name: 'built-in',
    resolveId(id, _importer, { kind }) {
      const name = id.replace(/^(node:)?/, 'node:');
      return kind === 'import-statement' && isBuiltin(name) && !LEFT.includes(name) ? PREFIX + name : null;
    },
    load(id) {
      if (!id.startsWith(PREFIX)) return null;
      const name = id.slice(PREFIX.length);
      const got = Object.entries(Object.getOwnPropertyDescriptors(process.getBuiltinModule(name)));
      const names = got
        .filter(([each, { get }]) => (!get || TAKEN.includes(each)) && /^[A-Za-z]\w*$/.test(each) && each !== 'default')
        .map(([each]) => each);
      return `const got = process.getBuiltinModule('${name}');\nexport default got;\nexport const { ${names.join(', ')} } = got;\n`;
    },
  };
}

/**
 * What packages do with a start, or a first answer, and nobody here needs. Koa asks of each answer whether it is one of fetch's, and the
 * question loads all of Node's undici; no answer of ours is. The list of media types is sorted anew by each program: here once, by the build.
 */
function lighter() {
  const require = createRequire(import.meta.url);
  const { extensions, types } = require('mime-types');
  // All that is asked of a type later on.
  const charsets = Object.entries(require('mime-db')).flatMap(([type, { charset }]) => (charset ? [[type, { charset }]] : []));
  const CUTS = {
    'koa/lib/response.js': [
      ['val instanceof ReadableStream', 'false'],
      ['val instanceof Response', 'false'],
    ],
    'koa/lib/application.js': [
      ['body instanceof ReadableStream', 'false'],
      ['body instanceof Response', 'false'],
    ],
    'mime-types/index.js': [
      ["require('mime-db')", json(Object.fromEntries(charsets))],
      [
        'populateMaps(exports.extensions, exports.types)',
        `Object.assign(exports.extensions, ${json(extensions)});Object.assign(exports.types, ${json(types)});`,
      ],
    ],
  };
  return {
    name: 'lighter',
    transform(code, id) {
      const [file, cuts] = Object.entries(CUTS).find(([name]) => id.endsWith(`/node_modules/${name}`)) ?? [];
      if (!file) return null;
      return cuts.reduce((text, [from, to]) => {
        if (!text.includes(from)) throw new Error(`${file} does not say "${from}" any more`);
        return text.replace(from, () => to);
      }, code);
    },
  };
}

/** A value as an expression: JSON is read faster than a literal. */
function json(value) {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}

/** The shipped world as it is once it was read: what no seed may say stops the build, and no start has to look at it. */
function shippedSeed() {
  return {
    name: 'shipped-seed',
    load(id) {
      if (!id.endsWith('/src/store/seed/shipped.ts')) return null;
      const text = readFileSync(new URL('data/seed/world.json', import.meta.url), 'utf8');
      const shipped = { sha256: hash('sha256', text), seed: parseSeed(text, 'world.json') };
      return { code: `export const shipped = ${json(shipped)};`, moduleType: 'js' };
    },
  };
}

/** Chunks by stage: what the command needs, what the simulator does, and what both do. */
function together() {
  return {
    name: 'together',
    buildEnd() {
      for (const [stage, root] of Object.entries(STAGES)) {
        const open = [[...this.getModuleIds()].find((id) => id.endsWith(`/${root}`))];
        const seen = new Set();
        for (const id of open) {
          if (seen.has(id)) continue;
          seen.add(id);
          stageOf.set(id, stageOf.has(id) ? SHARED : stage);
          open.push(...this.getModuleInfo(id).importedIds);
        }
      }
    },
  };
}

/** What a start reads is ASCII: of a text with one Korean letter V8 keeps two bytes for each of a million others. */
function inAscii() {
  return {
    name: 'in-ascii',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (![SHARED, ...Object.keys(STAGES)].includes(chunk.name)) continue;
        if (/String\.raw`[^`]*[^\0-\x7f]/.test(chunk.code)) throw new Error(`${chunk.fileName} has a raw text that is not ASCII`);
        chunk.code = chunk.code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
      }
    },
  };
}

/** `dist/NOTICES.txt`: of every package whose code was moved into the build, its name, version and licence, as its licence asks. */
function notices() {
  return {
    name: 'notices',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
      // Of mime-db lighter() takes what it needs.
      const packages = new Set(
        [...modules, createRequire(import.meta.url).resolve('mime-db')].flatMap(
          (id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id) ?? [],
        ),
      );
      const source = [...packages]
        .map(noticeOf)
        .sort()
        .join(`\n${'-'.repeat(80)}\n\n`);
      this.emitFile({ type: 'asset', fileName: 'NOTICES.txt', source });
    },
  };
}

function noticeOf(folder) {
  const { name: title, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file ? readFileSync(join(folder, file), 'utf8') : `Licence: ${license}\n`;
  return `${title} ${version}\n\n${text.trim()}\n`;
}

/** Of the declarations that tsc has written before, leaves those that `index.d.ts` leads to: nobody can name a type of the others. */
function declarations() {
  return {
    name: 'declarations',
    writeBundle({ dir }) {
      const reached = new Set(['index.d.ts']);
      for (const file of reached) {
        for (const [, target] of readFileSync(join(dir, file), 'utf8').matchAll(/(?:from |import\()["'](\.[^"']+)\.[jt]s["']/g))
          reached.add(join(dirname(file), `${target}.d.ts`));
      }
      for (const file of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        if (file.endsWith('.d.ts') && !reached.has(file)) rmSync(join(dir, file));
      }
    },
  };
}
