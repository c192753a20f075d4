/** `GET /_sim/api`: the calls for people, read from the very document that programs read. */
import type { Context } from 'koa';
import { KOREAN } from '../kit/says.ts';
import { type Reading, reading } from '../web/language.ts';
import { screen } from '../web/screens.ts';
import type { Translate } from '../web/text/index.ts';
import type { Subject } from './call.ts';
import { curlOf } from './curl.ts';
import type { OpenApi, Operation, Parameter, Schema } from './openapi.ts';
import { KINDS } from './problems.ts';

interface FieldCard {
  name: string;
  type: string;
  /** Where a type with a name is told. */
  href: string | null;
  /** What may be left out, or what it is then. */
  note: string | null;
  says: { text: string; isCode: boolean }[];
}

interface CallCard {
  id: string;
  method: string;
  look: 'ok' | 'wait' | 'plain';
  path: string;
  summary: string;
  parts: { title: string; fields: FieldCard[] }[];
  curl: string;
}

interface ApiScreen {
  document: string;
  subjects: { id: string; title: string; says: string; calls: CallCard[] }[];
  shapes: { name: string; fields: FieldCard[] }[];
  problems: { code: string; status: number; title: string; mend: string }[];
}

const apiPage = screen<ApiScreen>('control/api');

/** @param describe writes the document, which takes longer than to start the rest of the door: only when somebody asks */
export function showApi(subjects: readonly Subject[], describe: () => OpenApi) {
  return async (ctx: Context): Promise<void> => {
    const words = reading(ctx);
    const api = describe();
    const calls = Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ tag: operation.tags[0], card: cardOf(words, api, path, method, operation) })),
    );
    await apiPage(ctx, {
      document: '/_sim/api/openapi.json',
      subjects: subjects.map(({ name, title, says }) => ({
        id: name,
        title: title[words.language],
        says: says[words.language],
        calls: calls.filter(({ tag }) => tag === name).map(({ card }) => card),
      })),
      shapes: Object.entries(api.components.schemas).map(([name, schema]) => ({ name, fields: fieldsOf(words, schema) })),
      problems: Object.entries(KINDS).map(([code, kind]) => ({ code, ...kind })),
    });
  };
}

function cardOf(words: Reading, api: OpenApi, path: string, method: string, operation: Operation): CallCard {
  const { t, language } = words;
  const { parameters, requestBody, responses } = operation;
  const inPlace = (place: Parameter['in']) =>
    parameters
      .filter((each) => each.in === place)
      .map((each) =>
        fieldOf(words, each.name, { ...each.schema, description: each.description ?? '', [KOREAN]: each[KOREAN] ?? '' }, each.required),
      );
  const [status = '', response] = Object.entries(responses)[0] ?? [];
  const [type = '', content] = Object.entries(response?.content ?? {})[0] ?? [];
  const answer = content?.schema ?? {};
  const body = requestBody?.content['application/json']?.schema;
  const parts = [
    { title: t('api.path'), fields: inPlace('path') },
    { title: t('api.query'), fields: inPlace('query') },
    { title: t('api.body'), fields: body ? fieldsOf(words, body) : [] },
    { title: t('api.answer', { status, type }), fields: answer.$ref ? [shapeField(t, answer)] : fieldsOf(words, answer) },
  ];
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    look: method === 'get' ? 'ok' : method === 'delete' ? 'plain' : 'wait',
    path: `/_sim/api${path}`,
    summary: language === 'ko' ? operation['x-summary-ko'] : operation.summary,
    parts: parts.filter(({ fields }) => fields.length > 0),
    curl: curlOf(api, path, method, operation),
  };
}

/** An answer that is one thing with a name. */
function shapeField(t: Translate, schema: Schema): FieldCard {
  return { name: t('api.whole'), type: typeOf(schema), href: hrefOf(schema), note: null, says: [] };
}

function fieldsOf(words: Reading, { properties = {}, required = [] }: Schema): FieldCard[] {
  return Object.entries(properties).map(([name, schema]) => fieldOf(words, name, schema, required.includes(name)));
}

function fieldOf({ t, language }: Reading, name: string, schema: Schema, isRequired: boolean): FieldCard {
  const fallback = schema.default === undefined ? t('api.optional') : t('api.default', { value: JSON.stringify(schema.default) });
  return {
    name,
    type: typeOf(schema),
    href: hrefOf(schema),
    note: isRequired ? null : fallback,
    says: partsOf((language === 'ko' ? schema[KOREAN] : schema.description) ?? ''),
  };
}

/** `string`, `"on" | "off"`, `Delivery[]`, `integer | null`. */
function typeOf(schema: Schema): string {
  if (schema.$ref) return schema.$ref.split('/').at(-1)!;
  if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(' | ');
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' | ');
  if (schema.type === 'array') return `${typeOf(schema.items ?? {})}[]`;
  if (schema.format) return `${schema.type} (${schema.format})`;
  return [schema.type ?? 'any'].flat().join(' | ');
}

function hrefOf({ $ref, items, anyOf = [] }: Schema): string | null {
  if ($ref) return `#shape-${$ref.split('/').at(-1)}`;
  return [items ?? [], anyOf].flat().map(hrefOf).find(Boolean) ?? null;
}

/** What stands between backticks is code. */
function partsOf(text: string): FieldCard['says'] {
  return text.split('`').map((part, at) => ({ text: part, isCode: at % 2 === 1 }));
}
