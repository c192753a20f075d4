/**
 * The published package: our own modules moved together, with those of the packages that a start needs, since a program that opens two
 * thousand files starts late. What stands under `dependencies` is installed beside it: what is read later or seldom, and what our types name.
 */
import { readFileSync } from 'node:fs';
import { nodeHttp } from './build/node-http.js';
import { notices } from './build/notices.js';
import { groups, together } from './build/together.js';

const { name, dependencies, peerDependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const BESIDE = [name, ...Object.keys({ ...dependencies, ...peerDependencies })];
/** Of these only the types are needed from the package. */
const TYPES = ['zod', 'jose'];

export default {
  // The last one has to run before what it hushes, and so has a file of its own.
  input: { main: 'src/main.ts', index: 'src/index.ts', 'takeover/hook': 'src/takeover/hook.js', hush: 'src/oauth/oidc/hush.ts' },
  platform: 'node',
  external: (id) => BESIDE.some((each) => !TYPES.includes(each) && (id === each || id.startsWith(`${each}/`))),
  plugins: [nodeHttp, together, notices],
  // In one folder: package-root.ts says where the rest of the package lies. Names stay as they are, for those who read a stack trace.
  output: {
    dir: 'dist',
    format: 'esm',
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: { groups },
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  },
};
