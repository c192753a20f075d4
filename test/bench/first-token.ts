/** A process of its own: gets a first token of one contender, says how many milliseconds that took and how much memory, and ends. */
import { type ContenderName, contenders } from './contenders.ts';

const began = performance.now();
const token = await contenders[process.argv[2] as ContenderName].firstToken();
if (!token) throw new Error('no token came');
process.stdout.write(JSON.stringify({ ms: performance.now() - began, rss: process.memoryUsage.rss() }));
process.exit();
