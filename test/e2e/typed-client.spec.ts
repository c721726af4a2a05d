import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import openapiTypescript, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { startTestServer, TEST_ADMIN_TOKEN, type TestServer } from '../support/server.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const OPTIONS: ts.CompilerOptions = {
  noEmit: true,
  strict: true,
  noUncheckedIndexedAccess: true,
  target: ts.ScriptTarget.ES2024,
  lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  allowImportingTsExtensions: true,
  erasableSyntaxOnly: true,
  typeRoots: [join(root, 'node_modules/@types')],
  types: ['node'],
};

/** What the compiler says against a program, one line each. */
function complaints(file: string): string[] {
  const program = ts.createProgram([file], OPTIONS);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('a TypeScript client that is generated from /openapi.json', () => {
  let server: TestServer;
  let folder: string;

  beforeAll(async () => {
    server = await startTestServer();
    folder = await mkdtemp(join(tmpdir(), 'typed-client-'));
    await cp(join(root, 'test/typed-client'), folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    const { text } = await server.http.get('/openapi.json').expect(200);
    await writeFile(join(folder, 'interface.d.ts'), astToString(await openapiTypescript(text)));
  });
  afterAll(async () => {
    await server?.close();
    if (folder) await rm(folder, { recursive: true });
  });

  it('lets the compiler know every field that a program sends and reads', () => {
    expect(complaints(join(folder, 'program.ts'))).toEqual([]);
  });

  it('lets the compiler refuse what the document does not describe', async () => {
    const wrong = join(folder, 'wrong.ts');
    await writeFile(
      wrong,
      `import { Client } from './client.ts';
      const client = new Client('', '');
      await client.get('/api/v1/offers', {});
      await client.get('/api/v1/calls', { query: { colour: 'red' } });
      const call = await client.get('/api/v1/calls/{id}', { path: { id: '' } });
      if (call.status === 200) call.body.closingDay;`,
    );
    const found = complaints(wrong);
    expect(found).toEqual([/offers/, /colour/, /closingDay/].map((what) => expect.stringMatching(what)));
  }, 60_000);

  it('does its work against the running server', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'program.ts'), server.url, TEST_ADMIN_TOKEN]);
    expect(JSON.parse(stdout)).toEqual({
      closesAt: '2014-07-25T22:00:00Z',
      found: ['Modellkommune E-Government, 2.\u00a0Runde'],
      refusal: '/problems/stale',
    });
  });
});
