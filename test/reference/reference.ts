/** REFERENCE.md, made from the code: settings, keys of the config file, commands, calls of the control API, personas. */
import type { Command } from 'commander';
import { programOf } from '../../src/command/index.ts';
import { defaultOf, settings, variableOf } from '../../src/config.ts';
import { documented } from '../../src/control/routes.ts';
import { seed } from '../helpers/world.ts';
import { fieldRows, worldTables } from './fields.ts';

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');
const code = (text: string): string => `\`${text}\``;

export async function markdown(): Promise<string> {
  const { commands } = await programOf({ environment: {} });
  return `${[
    '# Reference',
    '설정, 설정 파일, 명령, 컨트롤 API, 준비된 사용자의 전체 목록입니다.\n_Every setting, key of the config file, command, call of the control API, and persona. Made from the code by `npm run reference`._',
    '## Settings',
    'A flag goes before the environment, that before the config file, and that before the default.',
    settingsTable(),
    '## Config file',
    '`kakao-sync.config.ts`, `.yaml` or `.json` in the working folder, or the one that `--config` names. Beside the settings above it has the keys below. Who or what has the same id as in the `--seed` world replaces it; the rest stays. A seed file has the same keys.',
    ...worldTables(table),
    '## Commands',
    ...commands.map(commandSection),
    '## Control API',
    'Below `/_sim/api`; `kakao-sync-simulator openapi` prints it as OpenAPI 3.1.',
    ...controlSections(),
    '## Personas',
    table(['persona', 'login', 'what for'], personaRows()),
  ].join('\n\n')}\n`;
}

function settingsTable(): string {
  const rows = Object.entries(settings).map(([name, { flag, doc }]) => {
    const shown = defaultOf(name as keyof typeof settings);
    return [flag ? code(flag) : '-', code(variableOf(name)), code(name), code(shown), doc];
  });
  return table(['flag', 'environment', 'config file', 'default', ''], rows);
}

function commandSection(command: Command): string {
  const isStart = command.name() === 'start';
  const options = command.options
    .filter(({ long }) => !isStart || long?.includes('config'))
    .map(({ flags, description }) => [code(flags), description]);
  const args = command.registeredArguments.map((each) => [code(each.required ? `<${each.name()}>` : `[${each.name()}]`), each.description]);
  const parts = command.commands.map((each) => [code(`${each.name()} ${each.usage()}`), each.description()]);
  const rows = [...parts, ...args, ...options];
  return [
    `### \`${command.name()}\``,
    `${command.description()}${isStart ? '. Takes every setting above.' : ''}`,
    ...(rows.length > 0 ? [table(['', ''], rows)] : []),
  ].join('\n\n');
}

function controlSections(): string[] {
  const api = documented('http://localhost:5252');
  const calls = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  return api.tags.flatMap(({ name, description }) => [
    `### ${name}`,
    description,
    ...calls
      .filter(({ operation }) => operation.tags.includes(name))
      .map(({ path, method, operation }) => {
        const sent = operation.parameters.map((each) => [code(each.name), each.in, each.description ?? '']);
        const body = Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema }) => fieldRows(schema, api.components.schemas));
        const rows = [...sent, ...body.map(([field, says]) => [code(field), 'body', says])];
        return [`**\`${method} ${path}\`** ${operation.summary}`, ...(rows.length > 0 ? [table(['', '', ''], rows)] : [])].join('\n\n');
      }),
  ]);
}

function personaRows(): string[][] {
  const personas = seed.accounts.filter(({ key }) => key !== null);
  return personas.map(({ key, email, phone, says }) => [code(key!), code(email?.address ?? phone ?? key!), `${says!.ko}<br>_${says!.en}_`]);
}
