/** Runs programs beside one another in the environment that it has, and prints as JSON how each ended: `name=command,argument,…`. */
import { execFile } from 'node:child_process';
import type { Ran } from '../running.ts';

const runs = process.argv.slice(2).map((given) => {
  const [name = '', command = ''] = given.split('=', 2);
  const [file = '', ...args] = command.split(',');
  return new Promise<[string, Ran]>((resolve) => {
    execFile(file, args, (error, stdout, stderr) => resolve([name, { code: error ? Number(error.code) : 0, stdout, stderr }]));
  });
});
process.stdout.write(JSON.stringify(Object.fromEntries(await Promise.all(runs))));
