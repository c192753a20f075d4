/** The calls as an OpenAPI 3.1 document, made of their descriptions alone. */
import { z } from 'zod';
import { KOREAN } from '../kit/says.ts';
import { version } from '../version.ts';
import type { Call, Subject } from './call.ts';
import { problem } from './problems.ts';

/** As far as it is read here: JSON Schema of 2020-12. */
export interface Schema {
  type?: string | string[];
  title?: string;
  description?: string;
  [KOREAN]?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  $ref?: string;
  [more: string]: unknown;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  description?: string;
  [KOREAN]?: string;
  schema: Schema;
}

type Content = Record<string, { schema: Schema }>;

export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  'x-summary-ko': string;
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Content };
  responses: Record<string, { description: string; content: Content }>;
}

export interface OpenApi {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  tags: { name: string; description: string; [KOREAN]: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; securitySchemes?: Record<string, { type: string; scheme: string; description: string }> };
  security?: Record<string, string[]>[];
}

const KEY = 'operatorSecret';
const BEARER = { type: 'http', scheme: 'bearer', description: 'The operator secret that the simulator was started with.' };

/**
 * @param url of the simulator
 * @param isShared whether others reach it, so that calls need a key
 */
export function openApi(subjects: readonly Subject[], url: string, isShared: boolean): OpenApi {
  const schemas: Record<string, Schema> = {};
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Schema => {
    const { $schema: _, ...plain } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Schema;
    return hoisted(plain, schemas);
  };
  const paths: OpenApi['paths'] = {};
  for (const { name, calls } of subjects) {
    for (const call of calls) (paths[call.path] ??= {})[call.method.toLowerCase()] = operationOf(call, name, schemaOf);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'kakao-sync-simulator: control API',
      version,
      description: 'What the pages under /_sim do, for programs. Of a simulator for testing; not affiliated with Kakao.',
    },
    servers: [{ url: `${url}/_sim/api` }],
    tags: subjects.map(({ name, says }) => ({ name, description: says.en, [KOREAN]: says.ko })),
    paths,
    components: { schemas, ...(isShared && { securitySchemes: { [KEY]: BEARER } }) },
    ...(isShared && { security: [{ [KEY]: [] }] }),
  };
}

type SchemaOf = (schema: z.ZodType, io: 'input' | 'output') => Schema;

function operationOf(call: Call, tag: string, schemaOf: SchemaOf): Operation {
  const { method, path, summary, params, query, body, answer, isStream, status } = call;
  const type = isStream ? 'text/event-stream' : 'application/json';
  return {
    operationId: `${method.toLowerCase()}${path.replace(/\W+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
    tags: [tag],
    summary: summary.en,
    'x-summary-ko': summary.ko,
    parameters: [...parametersOf('path', schemaOf(params, 'input')), ...parametersOf('query', schemaOf(query, 'input'))],
    ...(body && {
      requestBody: { required: !body.safeParse({}).success, content: { 'application/json': { schema: schemaOf(body, 'input') } } },
    }),
    responses: {
      [status]: {
        description: isStream ? 'Events; the schema is of the data of each.' : 'Done.',
        content: { [type]: { schema: schemaOf(answer, 'output') } },
      },
      default: { description: 'What is wrong.', content: { 'application/problem+json': { schema: schemaOf(problem, 'output') } } },
    },
  };
}

function parametersOf(place: Parameter['in'], { properties = {}, required = [] }: Schema): Parameter[] {
  return Object.entries(properties).map(([name, { description, [KOREAN]: korean, ...schema }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description && { description }),
    ...(korean && { [KOREAN]: korean }),
    schema,
  }));
}

/** What has a title is put among the components once, and referred to. */
function hoisted(value: Schema, schemas: Record<string, Schema>): Schema {
  const walked = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walk(each, schemas)])) as Schema;
  const { title } = walked;
  if (typeof title !== 'string') return walked;
  schemas[title] = walked;
  return { $ref: `#/components/schemas/${title}` };
}

function walk(value: unknown, schemas: Record<string, Schema>): unknown {
  if (Array.isArray(value)) return value.map((each) => walk(each, schemas));
  return typeof value === 'object' && value !== null ? hoisted(value as Schema, schemas) : value;
}
