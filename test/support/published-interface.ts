import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

type Json = Record<string, unknown>;

export interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema?: Json }[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, { readonly schema?: Json }>> };
  readonly responses: Readonly<Record<string, { readonly $ref?: string }>>;
  readonly security?: readonly Json[];
}

export interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Json>>;
    readonly responses: Readonly<Record<string, Json>>;
    readonly securitySchemes: Json;
  };
}

/** One request and its answer, whichever client made it. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly sent?: unknown;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Parsed where it is JSON, else the text. */
  readonly body: unknown;
}

interface DescribedAnswer {
  readonly headers?: Readonly<Record<string, { readonly required?: boolean }>>;
  readonly content?: Readonly<Record<string, unknown>>;
}

/** Where programs read: all of it is described. */
export const FOR_PROGRAMS = /^\/(api|feeds|common-grants|health|metrics|open-data\/[^/]+\.\w+)(\/|$)/;
/** Headers that mean something to programs; an answer that bears one has to say so. */
const TOLD_HEADERS = ['ETag', 'Location', 'Link', 'Retry-After', 'WWW-Authenticate', 'Idempotent-Replayed', 'Content-Language', 'Allow'];
/** Of addresses and methods that nobody offers. */
const NOT_OFFERED = [400, 401, 404, 405];

/** The OpenAPI document that a server publishes, to hold its answers against. */
export class PublishedInterface {
  private readonly ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true, allowUnionTypes: true }));
  private readonly validators = new Map<string, ValidateFunction>();
  private readonly routes: readonly { readonly path: string; readonly pattern: RegExp }[];

  constructor(private readonly document: Document) {
    this.ajv.addFormat('binary', true);
    this.ajv.addSchema(closed(structuredClone(document)) as object, 'interface');
    this.routes = Object.keys(document.paths)
      .toSorted((a, b) => wildness(a) - wildness(b))
      .map((path) => ({ path, pattern: patternOf(path) }));
  }

  /** What in this exchange the document does not say, or says otherwise. */
  deviations(exchange: Exchange): string[] {
    const { pathname, searchParams } = new URL(exchange.url, 'http://here');
    if (!FOR_PROGRAMS.test(pathname)) return [];
    const route = this.routes.find(({ pattern }) => pattern.test(pathname));
    const method = exchange.method.toLowerCase();
    const item = route && this.document.paths[route.path]!;
    const described = item && (item[method] ? method : method === 'head' && item.get ? 'get' : undefined);
    if (!route || !described) return this.ofNobody(exchange, pathname);
    const at = ['paths', route.path, described];
    return [...this.ofAnswer(exchange, at), ...this.ofRequest(exchange, at, searchParams)].map(
      (text) => `${exchange.method} ${route.path} → ${exchange.status}: ${text}`,
    );
  }

  private ofNobody({ method, status, body }: Exchange, pathname: string): string[] {
    if (!NOT_OFFERED.includes(status)) return [`${method} ${pathname} → ${status}: no operation is described`];
    const component = /^\/common-grants(\/|$)/.test(pathname) ? 'CommonGrantsError' : 'Problem';
    const faults = method === 'HEAD' ? [] : this.faults(['components', 'schemas', component], body);
    return faults.map((fault) => `${method} ${pathname} → ${status}: ${fault}`);
  }

  private ofAnswer(exchange: Exchange, operation: readonly string[]): string[] {
    const { status, headers, method, body } = exchange;
    const at = this.followed([...operation, 'responses', String(status)]);
    const answer = at && (this.read(at) as DescribedAnswer);
    if (!answer) return [`the status is not described (${JSON.stringify(body)?.slice(0, 300)})`];
    const told = headerDeviations(answer, headers);
    if (method === 'HEAD' || status === 304) return told;
    const type = headers['content-type']?.split(';')[0];
    if (!answer.content) return type === undefined ? told : [...told, `a body of ${type} is not described`];
    if (type === undefined || !answer.content[type]) return [...told, `the media type ${type} is not described`];
    return [...told, ...this.faults([...at, 'content', type, 'schema'], body)];
  }

  /** What was taken: the document must allow to send it. */
  private ofRequest({ status, sent, method }: Exchange, operation: readonly string[], query: URLSearchParams): string[] {
    if (status >= 300) return [];
    const { parameters = [], requestBody } = this.read(operation) as Operation;
    const known = new Set(parameters.filter((one) => one.in === 'query').map((one) => one.name));
    const faults = [...new Set(query.keys())].filter((name) => !known.has(name)).map((name) => `the query ${name} is not described`);
    if (!isJson(sent) || method === 'GET') return faults;
    if (!requestBody) return Object.keys(sent).length === 0 ? faults : [...faults, 'the body is not described'];
    if (!requestBody.content['application/json']) return [...faults, 'a body of JSON is not described'];
    return [...faults, ...this.faults([...operation, 'requestBody', 'content', 'application/json', 'schema'], sent, 'sent ')];
  }

  private faults(at: readonly string[], value: unknown, what = ''): string[] {
    const reference = `interface#/${at.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
    const validate = this.validators.get(reference) ?? this.ajv.compile({ $ref: reference });
    this.validators.set(reference, validate);
    if (validate(value)) return [];
    return (validate.errors ?? [])
      .slice(0, 5)
      .map(({ instancePath, message, params }) => `${what}${instancePath || '/'} ${message} ${JSON.stringify(params)}`);
  }

  /** Behind a reference to a component. */
  private followed(at: readonly string[]): readonly string[] | undefined {
    const value = this.read(at) as { $ref?: string } | undefined;
    return value?.$ref === undefined ? value && at : value.$ref.slice(2).split('/');
  }

  private read(at: readonly string[]): unknown {
    return at.reduce<unknown>((value, step) => (value as Json | undefined)?.[step], this.document);
  }
}

function headerDeviations({ headers = {} }: DescribedAnswer, answered: Exchange['headers']): string[] {
  const untold = TOLD_HEADERS.filter((name) => answered[name.toLowerCase()] !== undefined && !headers[name]);
  const missing = Object.keys(headers).filter((name) => headers[name]!.required && answered[name.toLowerCase()] === undefined);
  return [...untold.map((name) => `the header ${name} is not described`), ...missing.map((name) => `the header ${name} is missing`)];
}

const isJson = (sent: unknown): sent is object => typeof sent === 'object' && sent !== null && !Buffer.isBuffer(sent);

/** The fewer placeholders, the sooner: "/feeds/open-calls.ics" before "/feeds/{token}/{name}.ics". */
const wildness = (path: string): number => path.split('{').length;

/** What addresses of a path look like. */
export function patternOf(path: string): RegExp {
  const parts = path.split(/\{\w+\}/).map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+')}/?$`);
}

/** Answers may grow in a later version, but not by what this one does not describe: objects are closed. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const schema = Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, closed(entry)]));
  const isOpen = [schema.type].flat().includes('object') && typeof schema.properties === 'object';
  const isSaid = ['additionalProperties', 'unevaluatedProperties', 'allOf', 'oneOf', 'anyOf'].some((key) => key in schema);
  return isOpen && !isSaid ? { ...schema, additionalProperties: false } : schema;
}
