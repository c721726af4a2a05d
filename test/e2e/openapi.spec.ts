import { readFileSync } from 'node:fs';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { RouteInventory } from '../../apps/server/src/edge/access/route-inventory.js';
import { CONTROLLERS } from '../../apps/server/src/rooms.js';
import { NotesController } from '../support/notes.controller.js';
import { type Document, type Exchange, FOR_PROGRAMS, PublishedInterface, patternOf } from '../support/published-interface.js';
import { startTestServer, type TestServer } from '../support/server.js';

/** Operations that can refuse nobody: who asks is not looked at, and the address names nothing. */
const WITHOUT_REFUSAL = ['/feeds/open-calls.ics', '/health/live', '/health/ready'].map(
  (path) => `#/paths/${path.replaceAll('/', '~1')}/get/responses`,
);

/** Every value of a key anywhere below. */
function valuesOf(key: string, value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap((entry) => valuesOf(key, entry));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, entry]) => (name === key ? [entry] : valuesOf(key, entry)));
}

describe('/openapi.json', () => {
  let server: TestServer;
  let document: Document;
  /** By Swagger, of what it cannot describe. */
  const warned: unknown[] = [];

  beforeAll(async () => {
    CONTROLLERS.push(NotesController);
    const silent = () => undefined;
    const logger = { log: silent, error: silent, warn: (message: unknown) => warned.push(message) };
    server = await startTestServer({ prepare: (app) => app.useLogger(logger) });
    document = (await server.http.get('/openapi.json').expect(200)).body as Document;
  });
  afterAll(() => server?.close());

  it('is OpenAPI 3.1: null is a type, every reference leads somewhere', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(valuesOf('nullable', document.components)).toEqual([]);
    const references = valuesOf('$ref', document) as string[];
    expect(references).toContain('#/components/schemas/Problem');
    const lost = references.filter((reference) => {
      const [, kind, name] = /^#\/components\/(schemas|responses)\/(.+)$/.exec(reference) ?? [];
      return !Object.hasOwn(document.components[kind as 'schemas'], name!);
    });
    expect(lost).toEqual([]);
  });

  it('has one component for each DTO: no two classes have the same name', () => {
    expect(warned).toEqual([]);
  });

  it('keeps the rules that Redocly recommends, warnings included', async () => {
    const config = await createConfig({
      extends: ['recommended-strict'],
      rules: { 'operation-tag-defined': 'error', 'no-path-trailing-slash': 'error' },
    });
    const lint = (source: object) => lintFromString({ source: JSON.stringify(source), absoluteRef: 'openapi.json', config });
    const found = (await lint(document)).map(({ ruleId, message, location }) => ({ ruleId, message, pointer: location[0]?.pointer }));
    const exceptions = found.filter(({ ruleId }) => ruleId === 'operation-4xx-response').map(({ pointer }) => pointer);
    expect(exceptions.sort()).toEqual(WITHOUT_REFUSAL);
    expect(found.filter(({ ruleId }) => ruleId !== 'operation-4xx-response')).toEqual([]);
    const { summary: _summary, ...untold } = document.paths['/health/live']!.get!;
    const planted = await lint({ ...document, paths: { ...document.paths, '/health/live': { get: untold } } });
    expect(planted.map(({ ruleId }) => ruleId)).toContain('operation-summary');
  });

  it('has every route that is not a page', () => {
    const routes = server.app.get(RouteInventory, { strict: false }).routes();
    const expected = routes
      .filter(({ path }) => FOR_PROGRAMS.test(path))
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`);
    const described = Object.entries(document.paths).flatMap(([path, item]) => Object.keys(item).map((method) => `${method} ${path}`));
    expect(described.sort()).toEqual(expected.sort());
    expect(described).toContain('get /health/ready');
  });

  it('has the components of the contract', () => {
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining(['Criterion', 'Deadline', 'Schedule', 'Money', 'Problem']),
    );
    expect(Object.keys(document.components.securitySchemes)).toEqual(['token', 'session']);
  });

  it('describes If-Match where it is needed, Idempotency-Key at every POST', () => {
    expect(document.paths['/api/v1/notes/{id}']!.patch!.parameters).toContainEqual(
      expect.objectContaining({ name: 'If-Match', in: 'header', required: true }),
    );
    expect(document.paths['/api/v1/notes']!.post!.parameters).toContainEqual(
      expect.objectContaining({ name: 'Idempotency-Key', required: false }),
    );
  });

  it('describes which refusals an operation has, by status', () => {
    const { responses } = document.paths['/api/v1/calls/{id}/publication']!.post!;
    expect(Object.keys(responses)).toEqual([
      '200',
      '400',
      '401',
      '403',
      '404',
      '406',
      '409',
      '412',
      '413',
      '415',
      '422',
      '428',
      '500',
      '503',
    ]);
    const conflict = document.components.responses[responses['409']!.$ref!.replace('#/components/responses/', '')];
    expect(valuesOf('enum', conflict)).toEqual([['/problems/already-published', '/problems/idempotency-in-progress']]);
  });

  it('describes a field as it is checked', () => {
    expect(document.components.schemas.NoteDto).toEqual({
      type: 'object',
      required: ['text'],
      properties: { text: { type: 'string', minLength: 1, maxLength: 100 }, rule: { allOf: [{ $ref: '#/components/schemas/Criterion' }] } },
      additionalProperties: false,
    });
  });

  it('has every address that docs/api.md mentions', () => {
    const text = readFileSync('docs/api.md', 'utf8');
    const asked = [...text.matchAll(/\$base(\/[^\s"'?|]+)/g)].map(([, path]) => `/api/v1${path!.replace(/\$\w+/g, 'x')}`);
    const named = [...text.matchAll(/`(?:GET|POST|PUT|PATCH|DELETE)(?:\|\w+)* (\/api\/v1\/[^\s`?]+)/g)].map(([, path]) =>
      path!.replace(/\{\w+\}/g, 'x'),
    );
    expect([asked.length > 30, named.length > 5]).toEqual([true, true]);
    const patterns = Object.keys(document.paths).map(patternOf);
    expect([...asked, ...named].filter((path) => !patterns.some((pattern) => pattern.test(path)))).toEqual([]);
  });

  describe('notices in an answer', () => {
    const readiness = { ready: true, checks: { database: true } };
    const right: Exchange = {
      method: 'GET',
      url: '/health/ready',
      status: 200,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: readiness,
    };
    const stale = { type: '/problems/stale', title: 'a', status: 412, detail: 'a', errors: [] };
    const refused: Exchange = {
      method: 'PATCH',
      url: '/api/v1/notes/1',
      status: 412,
      headers: { 'content-type': 'application/problem+json; charset=utf-8', 'content-language': 'en' },
      body: stale,
    };
    const told = (exchange: Exchange): string[] => new PublishedInterface(document).deviations(exchange);

    it('nothing where it is as described', () => {
      expect([...told(right), ...told(refused)]).toEqual([]);
    });

    it.each<[string, Partial<Exchange>, RegExp]>([
      [
        'a field that is not described',
        { body: { ...readiness, secret: 'x' } },
        /must NOT have additional properties {"additionalProperty":"secret"}/,
      ],
      ['a field that is missing', { body: { ready: true } }, /must have required property 'checks'/],
      ['a field of another type', { body: { ...readiness, ready: 'yes' } }, /\/ready must be boolean/],
      ['a status that is not described', { status: 418 }, /the status is not described/],
      ['a media type that is not described', { headers: { 'content-type': 'text/html' } }, /the media type text\/html is not described/],
      ['a header that is not described', { headers: { ...right.headers, location: '/' } }, /the header Location is not described/],
      ['a header that is missing', { status: 503 }, /the header Retry-After is missing/],
      ['an address that is not described', { url: '/health/mood' }, /no operation is described/],
      ['a query that was taken', { url: '/health/ready?colour=red' }, /the query colour is not described/],
    ])('%s', (_, change, message) => {
      expect(told({ ...right, ...change }).join('\n')).toMatch(message);
    });

    it('a refusal that the operation does not name', () => {
      const other = { ...refused, body: { ...stale, type: '/problems/gone' } };
      expect(told(other).join('\n')).toMatch(/\/type must be equal to one of the allowed values {"allowedValues":\["\/problems\/stale"\]}/);
    });

    it('a body that was taken, but not described', () => {
      const headers = { 'content-type': 'application/json', etag: '"8"' };
      const taken = { ...refused, status: 200, headers, body: { text: 'a', version: 8 }, sent: { text: 'a', colour: 'red' } };
      expect(told(taken)).toEqual([expect.stringMatching(/sent \/ must NOT have additional properties {"additionalProperty":"colour"}/)]);
    });
  });
});
