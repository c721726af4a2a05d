import type { paths } from './interface.js';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
/** Addresses that offer the method. */
type PathsWith<M extends Method> = { [P in keyof paths]: paths[P][M] extends { responses: unknown } ? P : never }[keyof paths];
type Parameters<O> = O extends { parameters: infer Given } ? Omit<Given, 'cookie'> : object;
type Body<O> = O extends { requestBody?: { content: { 'application/json': infer Sent } } } ? { readonly body: Sent } : object;
type Contents<Answer> = Answer extends { content: infer Types } ? Types[keyof Types] : undefined;
type Answers<O> = O extends { responses: infer Known }
  ? { [S in keyof Known]: { readonly status: S; readonly body: Contents<Known[S]> } }[keyof Known]
  : never;

interface Given {
  readonly query?: Readonly<Record<string, unknown>>;
  readonly path?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** All that a program needs beside the generated types: an answer is told apart by its status, and then has the body that the document says. */
export class Client {
  private readonly baseUrl: string;
  private readonly token: string;

  constructor(baseUrl: string, token: string) {
    this.baseUrl = baseUrl;
    this.token = token;
  }

  get<P extends PathsWith<'get'>>(path: P, given: Parameters<paths[P]['get']>): Promise<Answers<paths[P]['get']>> {
    return this.ask('GET', path, given);
  }

  post<P extends PathsWith<'post'>>(
    path: P,
    given: Parameters<paths[P]['post']> & Body<paths[P]['post']>,
  ): Promise<Answers<paths[P]['post']>> {
    return this.ask('POST', path, given);
  }

  patch<P extends PathsWith<'patch'>>(
    path: P,
    given: Parameters<paths[P]['patch']> & Body<paths[P]['patch']>,
  ): Promise<Answers<paths[P]['patch']>> {
    return this.ask('PATCH', path, given);
  }

  private async ask<Answer>(method: string, path: string, given: Given): Promise<Answer> {
    const url = new URL(
      path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(given.path?.[name]))),
      this.baseUrl,
    );
    for (const [name, value] of Object.entries(given.query ?? {}))
      for (const one of [value].flat()) if (one !== undefined) url.searchParams.append(name, String(one));
    const headers = new Headers({ Authorization: `Bearer ${this.token}` });
    for (const [name, value] of Object.entries(given.header ?? {})) if (value !== undefined) headers.set(name, String(value));
    if (given.body !== undefined) headers.set('Content-Type', 'application/json');
    const answer = await fetch(url, { method, headers, ...(given.body !== undefined && { body: JSON.stringify(given.body) }) });
    const isJson = answer.headers.get('content-type')?.includes('json');
    return { status: answer.status, body: isJson ? await answer.json() : await answer.text() } as Answer;
  }
}
