#!/usr/bin/env node
/** The program: says in one sentence when Node is too old, else runs the command. */
import nodeModule from 'node:module';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `kakao-sync-simulator needs Node 22.18 or newer; this is ${process.versions.node}. In a clone, "npm start" brings its own.\n`,
  );
  process.exitCode = 1;
} else {
  // What was compiled once is not compiled again at each start.
  nodeModule.enableCompileCache();
  const { run } = await import('./command/index.ts');
  process.exitCode = await run(process.argv.slice(2), process.env);
}
