import { startTestServer, type TestServer } from '../support/server.js';

describe('smoke', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server?.close());
  it('is alive', async () => {
    for (const path of ['/health/live','/health/ready','/metrics','/openapi.json','/docs','/problems/stale','/nowhere','/api/v1/nowhere','/assets/docs.js','/assets/kern/kern.min.css','/assets/swagger/swagger-ui.css', '/assets/x'])
      { const r = await server.http.get(path).set('Accept', path.includes('api') ? '*/*' : 'text/html'); process.stdout.write(JSON.stringify([path, r.status, r.headers, r.text.slice(0, 600)], null, 1)); }
  });
});
