import { createConfig, lintFromString } from '@redocly/openapi-core';
import { RouteInventory } from '../../apps/server/src/edge/access/route-inventory.js';
import { CONTROLLERS } from '../../apps/server/src/rooms.js';
import { NotesController } from '../support/notes.controller.js';
import { type Document, FOR_PROGRAMS } from '../support/published-interface.js';
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

  beforeAll(async () => {
    CONTROLLERS.push(NotesController);
    server = await startTestServer();
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

  it('keeps the rules that Redocly recommends, warnings included', async () => {
    const config = await createConfig({
      extends: ['recommended-strict'],
      rules: { 'operation-tag-defined': 'error', 'no-http-verbs-in-paths': 'error', 'no-path-trailing-slash': 'error' },
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
    expect(valuesOf('enum', conflict)).toEqual([
      ['/problems/already-published', '/problems/already-withdrawn', '/problems/idempotency-in-progress'],
    ]);
  });

  it('describes a field as it is checked', () => {
    expect(document.components.schemas.NoteDto).toEqual({
      type: 'object',
      required: ['text'],
      properties: { text: { type: 'string', minLength: 1, maxLength: 100 }, rule: { allOf: [{ $ref: '#/components/schemas/Criterion' }] } },
      additionalProperties: false,
    });
  });
});
