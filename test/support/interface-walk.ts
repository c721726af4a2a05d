import type { Response, Test } from 'supertest';
import { oneOfEverything, type Places } from './one-of-everything.js';
import { type Document, type Operation, patternOf } from './published-interface.js';
import { sampleOf } from './sample-of.js';
import type { Agent, TestServer } from './server.js';

export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
export interface Asked {
  readonly method: (typeof METHODS)[number];
  readonly path: string;
  readonly operation: Operation;
}

/** An id that nobody has. */
export const NOBODY = '01900000-0000-7000-8000-0000000000ff';
/** What queries need that are not optional. */
const NEEDED: Readonly<Record<string, string>> = {
  '/api/v1/calls/{id}/partners': 'for=DE:05358008',
  '/api/v1/notices/foreseen': 'on=2014-07-18',
  '/api/v1/mergers': 'of=DE:05358008&of=DE:05358024',
};

/** All operations that a server describes, with addresses that lead somewhere. */
export class InterfaceWalk {
  private constructor(
    readonly document: Document,
    private readonly places: Places,
    readonly all: readonly Asked[],
  ) {}

  static async through(server: TestServer): Promise<InterfaceWalk> {
    const places = await oneOfEverything(server);
    const document = (await server.http.get('/openapi.json').expect(200)).body as Document;
    const all = Object.entries(document.paths).flatMap(([path, item]) =>
      METHODS.filter((method) => item[method]).map((method) => ({ method, path, operation: item[method]! })),
    );
    return new InterfaceWalk(document, places, all);
  }

  ofApi(): Asked[] {
    return this.all.filter(({ path }) => path.startsWith('/api/v1/'));
  }

  /** The address with one of everything in its placeholders, and with the query that it needs; what nobody has furnished is nobody's. */
  addressOf(path: string): string {
    const [, values] = this.places.find(([beginning]) => path.startsWith(beginning)) ?? [];
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => values?.[name] ?? NOBODY);
    return asking(filled, this.needed(path));
  }

  needed(path: string): string {
    return NEEDED[path] ?? '';
  }

  /** Codes of the refusals that an operation names. */
  codesOf({ operation }: Asked): string[] {
    return Object.values(operation.responses).flatMap(({ $ref }) => $ref?.replace('#/components/responses/', '').split('.') ?? []);
  }

  isFurnished({ path }: Asked): boolean {
    return !this.addressOf(path).includes(NOBODY);
  }

  /** The smallest body that is taken. */
  bodyOf({ operation }: Asked): object {
    return sampleOf(this.document, operation.requestBody?.content['application/json']?.schema ?? { type: 'object' }) as object;
  }

  /** The smallest request that is taken, as a change of this version. */
  changed(agent: Agent, one: Asked, version?: string, address = this.addressOf(one.path)): Test {
    const request = agent[one.method](address);
    const conditional = version === undefined ? request : request.set('If-Match', version);
    if (isUpload(one)) return conditional.attach('file', Buffer.from('key\n'), 'a.csv');
    return one.operation.requestBody ? conditional.send(this.bodyOf(one)) : conditional;
  }

  /** Methods of all paths that an address may belong to, as `Allow` names them. */
  offeredAt(address: string): string[] {
    const [pathname] = address.split('?');
    const offered = this.all.filter(({ path }) => patternOf(path).test(pathname!)).map(({ method }) => method.toUpperCase());
    return [...new Set(offered.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))].sort();
  }
}

export function hasParameter({ operation: { parameters = [] } }: Asked, name: string, required?: boolean): boolean {
  return parameters.some((one) => one.name === name && (required === undefined || one.required === required));
}

export const isUpload = ({ operation }: Asked): boolean => operation.requestBody?.content['multipart/form-data'] !== undefined;

export const asking = (address: string, query: string): string =>
  query === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${query}`;

/** Each is asked in turn; what is found in an answer is compared with what all answers should have. */
export async function expectOfEach(
  asked: readonly Asked[],
  ask: (one: Asked) => PromiseLike<Response>,
  found: (answer: Response) => unknown,
  expected: unknown,
): Promise<void> {
  expect(asked.length).toBeGreaterThan(0);
  const wrong: unknown[] = [];
  for (const one of asked) {
    const answer = found(await ask(one));
    if (JSON.stringify(answer) !== JSON.stringify(expected)) wrong.push([`${one.method.toUpperCase()} ${one.path}`, answer]);
  }
  expect(wrong).toEqual([]);
}

/** Status, code and media type of a refusal. */
export const problem = ({ status, body, headers }: Response): unknown => [
  status,
  String(body.type).replace('/problems/', ''),
  headers['content-type'],
];
/** What `problem` finds in the right one. */
export const refusal = (status: number, code: string): unknown => [status, code, 'application/problem+json; charset=utf-8'];
/** Status, and which places are wrong for what reason. */
export const fault = ({ status, body }: Response): unknown => [
  status,
  body.errors?.map((one: { pointer: string; code: string }) => `${one.pointer} ${one.code}`),
];
