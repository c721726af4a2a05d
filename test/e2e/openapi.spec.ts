import { RouteInventory } from '../../apps/server/src/edge/access/route-inventory.js';
import { CONTROLLERS } from '../../apps/server/src/rooms.js';
import { NotesController } from '../support/notes.controller.js';
import { startTestServer, type TestServer } from '../support/server.js';

type Json = Record<string, unknown>;
interface Document {
  openapi: string;
  paths: Record<
    string,
    Record<string, { parameters?: { name: string; in: string; required?: boolean }[]; responses: Json; security?: Json[] }>
  >;
  components: { schemas: Record<string, Json>; securitySchemes: Json };
}

const FOR_PROGRAMS = /^\/(api|feeds|common-grants|health|metrics|open-data\/[^/]+\.\w+)(\/|$)/;

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
    const lost = references.filter(
      (reference) => !Object.hasOwn(document.components.schemas, reference.replace('#/components/schemas/', '')),
    );
    expect(lost).toEqual([]);
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

  it('describes problems everywhere, If-Match where it is needed, Idempotency-Key at every POST', () => {
    for (const item of Object.values(document.paths))
      for (const operation of Object.values(item)) expect(operation.responses).toHaveProperty('default');
    expect(document.paths['/api/v1/notes/{id}']!.patch!.parameters).toContainEqual(
      expect.objectContaining({ name: 'If-Match', in: 'header', required: true }),
    );
    expect(document.paths['/api/v1/notes']!.post!.parameters).toContainEqual(
      expect.objectContaining({ name: 'Idempotency-Key', required: false }),
    );
  });

  it('describes a field as it is checked', () => {
    expect(document.components.schemas.NoteDto).toEqual({
      type: 'object',
      required: ['text'],
      properties: { text: { type: 'string', minLength: 1, maxLength: 100 }, rule: { allOf: [{ $ref: '#/components/schemas/Criterion' }] } },
    });
  });
});
