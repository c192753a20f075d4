/** The document and the page of the control API: made of the table of calls, so that neither can say something else. */
import assert from 'node:assert/strict';
import { subjects } from '../../src/control/routes.ts';
import type { OpenApi, Schema } from '../../src/control/openapi.ts';
import { KINDS } from '../../src/control/problems.ts';
import { describeHouse } from '../helpers/house.ts';
import { callApi } from './api.ts';

const calls = subjects.flatMap((subject) => subject.calls);

describeHouse('the control API · its document', (world) => {
  let api: OpenApi;
  beforeEach(async () => void (api = (await callApi<OpenApi>(world, 'GET /openapi.json')).body));

  it('is OpenAPI 3.1, of this simulator, with every call and nothing else', () => {
    assert.equal(api.openapi, '3.1.0');
    assert.deepEqual(api.servers, [{ url: `${world.url}/_sim/api` }]);
    const described = Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    assert.deepEqual(described.sort(), calls.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it('names each call once', () => {
    const ids = Object.values(api.paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
    assert.equal(new Set(ids).size, ids.length);
  });

  it('says of every parameter and field what it is, in both languages', () => {
    const silent: string[] = [];
    const isTold = (schema: { description?: string; 'x-description-ko'?: string }) => schema.description && schema['x-description-ko'];
    const look = (at: string, schema: Schema): void => {
      for (const [name, field] of Object.entries(schema.properties ?? {})) {
        if (!isTold(field)) silent.push(`${at}.${name}`);
        look(`${at}.${name}`, field);
        if (field.items) look(`${at}.${name}[]`, field.items);
      }
    };
    for (const [path, methods] of Object.entries(api.paths)) {
      for (const { parameters, requestBody, responses } of Object.values(methods)) {
        for (const parameter of parameters) if (!isTold(parameter)) silent.push(`${path}?${parameter.name}`);
        for (const { schema } of Object.values(requestBody?.content ?? {})) look(path, schema);
        for (const { content } of Object.values(responses)) for (const { schema } of Object.values(content)) look(path, schema);
      }
    }
    for (const [name, schema] of Object.entries(api.components.schemas)) look(name, schema);
    assert.deepEqual(silent, []);
  });

  it('refers to what is there', () => {
    const refs = [...JSON.stringify(api).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!);
    assert.ok(refs.length > 0);
    assert.deepEqual(
      refs.filter((name) => !(name in api.components.schemas)),
      [],
    );
  });

  for (const language of ['ko', 'en'] as const) {
    it(`is a page for people, too (${language}), with every call, shape and kind of problem`, async () => {
      const html = String((await callApi(world, `GET ?lang=${language}`)).body);
      for (const { path, summary } of calls) {
        assert.ok(html.includes(`/_sim/api${path}`), path);
        assert.ok(html.includes(summary[language]), summary[language]);
      }
      for (const name of Object.keys(api.components.schemas)) assert.ok(html.includes(`id="shape-${name}"`), name);
      for (const code of Object.keys(KINDS)) assert.ok(html.includes(`id="${code}"`), code);
    });
  }
});
