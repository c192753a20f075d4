/** Fields of a schema as rows of a table. */
import { z } from 'zod';
import type { Schema } from '../../src/control/openapi.ts';
import { keys } from '../../src/seeds/keys.ts';
import { configShape } from '../../src/seeds/index.ts';

type Table = (head: readonly string[], rows: readonly (readonly string[])[]) => string;

/** The fields of a body with what they are. */
export function fieldRows(schema: Schema, named: Readonly<Record<string, Schema>>): [field: string, says: string][] {
  const whole = schema.$ref ? named[schema.$ref.split('/').at(-1)!]! : schema;
  return Object.entries(whole.properties ?? {}).map(([name, { description = '' }]) => [name, description]);
}

/** A table for each noun of a config file, and one for the switches of an app. */
export function worldTables(table: Table): string[] {
  const world = z.toJSONSchema(configShape, { io: 'input', unrepresentable: 'any' }) as Schema;
  const entries = Object.entries(keys).flatMap(([noun, lines]) => {
    const { properties = {} } = world.properties![noun]!.items!;
    const rows = Object.entries(lines).map(([key, says]) => [`\`${key}\``, typeOf(properties[key]!), defaultOf(properties[key]!), says]);
    return [`### \`${noun}\``, table(['key', 'takes', 'default', ''], rows)];
  });
  const switches = world.properties!.apps!.items!.properties!.switches!.properties!;
  const rows = Object.entries(switches).map(([name, schema]) => [`\`${name}\``, typeOf(schema), defaultOf(schema)]);
  return [...entries, '### `apps[].switches`', table(['switch', 'takes', 'default'], rows), ROWS];
}

const ROWS = `### \`rows\`, \`files\`

What \`export\` writes beside the nouns: rows as the store has them, and uploaded files in base64. Not for writing by hand.`;

function typeOf(schema: Schema): string {
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeOf))].join(' or ');
  if (schema.enum) return schema.enum.map((value) => `\`${JSON.stringify(value)}\``).join(' or ');
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.type === 'array') return `list of ${schema.items ? typeOf(schema.items) : 'anything'}`;
  return [schema.type ?? 'anything']
    .flat()
    .join(' or ')
    .replace('string', 'text')
    .replace('boolean', 'true or false')
    .replace('integer', 'whole number');
}

function defaultOf({ default: fallback }: Schema): string {
  const isPlain = fallback !== undefined && fallback !== null && JSON.stringify(fallback) !== '{}' && JSON.stringify(fallback) !== '[]';
  return isPlain ? `\`${JSON.stringify(fallback)}\`` : '';
}
