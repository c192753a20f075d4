/** A call as one types it: with what it needs, and values that stand for what one fills in. */
import type { OpenApi, Operation, Schema } from './openapi.ts';

export function curlOf({ servers }: OpenApi, path: string, method: string, { parameters, requestBody, responses }: Operation): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => name.toUpperCase());
  const query = parameters.filter((each) => each.in === 'query' && each.required).map(({ name }) => `${name}=${name.toUpperCase()}`);
  const url = [`${servers[0]?.url}${filled}`, query.join('&')].filter(Boolean).join('?');
  const isStream = Object.values(responses).some(({ content }) => 'text/event-stream' in content);
  const verb = method === 'get' ? '' : ` -X ${method.toUpperCase()}`;
  const body = requestBody?.content['application/json']?.schema;
  const json = body ? ` -H 'Content-Type: application/json' -d '${JSON.stringify(exampleOf(body))}'` : '';
  const empty = !body && ['post', 'put', 'patch'].includes(method) ? ` -H 'Content-Type: application/json'` : '';
  return `curl ${isStream ? '-N' : '-s'}${verb} '${url}'${json}${empty}`;
}

/** The fields that have to be there. */
function exampleOf({ properties = {}, required = [] }: Schema): Record<string, unknown> {
  return Object.fromEntries(required.map((name) => [name, valueOf(name, properties[name] ?? {})]));
}

function valueOf(name: string, { type, enum: choices, default: fallback }: Schema): unknown {
  if (fallback !== undefined) return fallback;
  if (choices) return choices[0];
  if (type === 'integer' || type === 'number') return 1;
  if (type === 'array') return [];
  return name === 'url' ? 'http://localhost:3000/hook' : name.toUpperCase();
}
