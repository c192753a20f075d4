/** Dockerfile and compose.yaml, read and held against the code: no container is built here. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { configure, settings, variableOf } from '../src/config.ts';
import { operatorSecretOf } from '../src/mode.ts';
import { createSimulator } from '../src/index.ts';
import { ROOT } from './helpers/plan.ts';

interface Compose {
  services: Record<
    string,
    {
      image?: string;
      build?: string;
      deploy?: { replicas: number };
      environment?: Record<string, string>;
      ports?: string[];
      stop_grace_period?: string;
      depends_on?: string[] | Record<string, unknown>;
      configs?: { source: string }[];
    }
  >;
  configs: Record<string, { content: string }>;
}
interface Manifest {
  engines: { node: string };
  scripts: Record<string, string>;
  devDependencies: Record<string, string>;
}

const text = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const dockerfile = text('Dockerfile');
const { services, configs } = parse(text('compose.yaml')) as Compose;
const { engines, scripts, devDependencies } = JSON.parse(text('package.json')) as Manifest;
const variables = Object.keys(settings).map(variableOf);

describe('the container', () => {
  it('runs on the Node that everything is tested with, which the package takes', () => {
    const versions = [...dockerfile.matchAll(/^FROM node:([\d.]+)-/gm)].map(([, version]) => version);
    assert.deepEqual(versions, [devDependencies['node'], devDependencies['node']]);
    const [major, minor] = versions[0]!.split('.').map(Number);
    const [least, leastMinor] = engines.node.replace('>=', '').split('.').map(Number);
    assert.ok(major! > least! || (major === least && minor! >= leastMinor!));
  });

  it('is made of files that are there, and that the build is given', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files]) => files!.split(' '));
    assert.ok(copied.length > 5);
    const given = text('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    assert.deepEqual([...new Set(copied)].sort(), given.sort());
    for (const file of copied) assert.ok(existsSync(join(ROOT, file)), file);
    for (const [, script] of dockerfile.matchAll(/npm run ([\w:]+)/g)) assert.ok(scripts[script!], script);
  });

  it('is nobody of importance, and knows every setting that is made for it', () => {
    assert.match(dockerfile, /^USER node$/m);
    const named = [...dockerfile.matchAll(/\b(KAKAO_SYNC_\w+)=/g)].map(([, name]) => name!);
    assert.deepEqual(
      named.filter((name) => !variables.includes(name)),
      [],
    );
    assert.match(dockerfile, new RegExp(`^EXPOSE ${settings.port.default}$`, 'm'));
  });

  it('is asked at a path that answers', async () => {
    const [, path] = /fetch\('http:\/\/localhost:5252(\/\w+)'\)/.exec(dockerfile)!;
    const simulator = await createSimulator();
    assert.equal((await fetch(simulator.url + path)).status, 200);
    await simulator.close();
    assert.match(configs['balancer']!.content, new RegExp(`uri ${path} `));
  });
});

describe('compose.yaml', () => {
  const { simulator, balancer, database } = services as Record<'simulator' | 'balancer' | 'database', Compose['services'][string]>;

  it('pins what it takes, and names nothing that is not in it', () => {
    assert.match(String(database.image), /^postgres:\d+\.\d+-/);
    assert.match(String(balancer.image), /^haproxy:\d+\.\d+-/);
    assert.equal(simulator.build, '.');
    for (const { depends_on: on = [], configs: used = [] } of Object.values(services)) {
      for (const name of Array.isArray(on) ? on : Object.keys(on)) assert.ok(services[name], name);
      for (const { source } of used) assert.ok(configs[source], source);
    }
  });

  it('starts three with settings that they take, and not without an operator secret', () => {
    const environment = filled(simulator.environment!, { KAKAO_SYNC_OPERATOR_SECRET: 's'.repeat(48) });
    assert.deepEqual(
      Object.keys(environment).filter((name) => !variables.includes(name)),
      [],
    );
    const config = configure({}, { KAKAO_SYNC_HOST: '0.0.0.0', ...environment });
    assert.equal(operatorSecretOf(config), 's'.repeat(48));
    assert.equal(new URL(config.store).hostname, 'database');
    assert.equal(simulator.deploy?.replicas, 3);
    assert.match(configs['balancer']!.content, /server-template simulator- 3 simulator:5252 /);
    assert.match(simulator.environment!['KAKAO_SYNC_OPERATOR_SECRET']!, /^\$\{KAKAO_SYNC_OPERATOR_SECRET:\?/);
    assert.ok(Number.parseInt(simulator.stop_grace_period!, 10) >= config.drain + 8, 'time to end before it is killed');
  });

  it('lets nobody in from elsewhere unless it is told to, and the database nobody at all', () => {
    assert.deepEqual(balancer.ports, ['${BIND:-127.0.0.1}:5252:5252']);
    assert.deepEqual([simulator.ports, database.ports], [undefined, undefined]);
  });
});

/** As compose fills in what is not set: `${NAME:-default}`; what must be set is given. */
function filled(environment: Record<string, string>, given: Record<string, string>): Record<string, string> {
  const fill = (value: string) => value.replaceAll(/\$\{(\w+):[-?]([^}]*)\}/g, (_, name: string, usual: string) => given[name] ?? usual);
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, fill(value)]));
}
