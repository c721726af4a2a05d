import type { NestExpressApplication } from '@nestjs/platform-express';
import supertest, { type Response, type Test } from 'supertest';
import { OpenApi } from '../../apps/server/src/edge/openapi/openapi.js';
import { type Document, PublishedInterface } from './published-interface.js';

export type Agent = ReturnType<typeof supertest.agent>;
type Anonymous = ReturnType<typeof supertest>;
type Sent = Test & { readonly method: string; readonly _data?: unknown };

const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options'] as const;

/** Clients of a server whose answers are all held against the document that it publishes: what is not described fails the test that asked. */
export class CheckedRequests {
  private published?: PublishedInterface;

  constructor(
    private readonly app: NestExpressApplication,
    private readonly url: string,
  ) {}

  /** A browser of its own: keeps cookies. */
  agent(): Agent {
    return supertest.agent(this.url).use((request: unknown) => this.check(request as Sent));
  }

  /** Keeps no cookies. */
  anonymous(): Anonymous {
    const plain = supertest(this.url);
    for (const method of METHODS) {
      const send = plain[method].bind(plain);
      plain[method] = (path) => this.check(send(path) as Sent);
    }
    return plain;
  }

  private check(request: Sent): Test {
    return request.expect((response: Response) => this.compare(request, response));
  }

  private compare(request: Sent, response: Response): void {
    this.published ??= new PublishedInterface(JSON.parse(JSON.stringify(this.app.get(OpenApi).document())) as Document);
    const { status, headers } = response;
    const isJson = /[/+]json(;|$)/.test(headers['content-type'] ?? '');
    const body = isJson ? response.body : (response.text ?? String(response.body));
    const { method, url, _data: sent } = request;
    const found = this.published.deviations({ method, url, sent, status, headers, body });
    if (found.length > 0)
      throw new Error(`The OpenAPI document says otherwise (docs/architecture.md, "The interface describes itself"):\n${found.join('\n')}`);
  }
}
