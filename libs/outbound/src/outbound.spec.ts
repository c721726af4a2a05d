import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Outbound, type OutboundRequest } from './outbound.js';

const LOCAL = { address: '127.0.0.1', family: 4 };
const PUBLIC = { address: '93.184.215.14', family: 4 };

describe('HTTP to the outside', () => {
  let server: Server;
  let port: number;
  let seen: IncomingMessage[] = [];
  let body = '';
  const answers: Record<string, (response: ServerResponse) => void> = {
    '/': (response) => response.writeHead(201, { 'x-a': 'b' }).end('well'),
    '/moved': (response) => response.writeHead(302, { location: `http://127.0.0.1:${port}/` }).end(),
    '/never': () => undefined,
    '/drips': (response) => {
      response.writeHead(200).write('x');
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    },
    '/long': (response) => response.end('x'.repeat(1001)),
    '/endless': (response) => {
      response.writeHead(500).write('x');
      response.on('error', () => undefined);
    },
    '/cut': (response) => {
      response.writeHead(200, { 'content-length': '100' }).write('x');
      setImmediate(() => response.destroy());
    },
  };

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      seen.push(request);
      body = '';
      for await (const piece of request) body += piece;
      answers[request.url!]!(response);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    seen = [];
  });

  const inside = () => new Outbound({ allow: ['127.0.0.1'], resolve: async () => [LOCAL] });
  const get = (path: string, more: Partial<OutboundRequest> = {}): OutboundRequest => ({
    method: 'GET',
    url: `http://hooks.example:${port}${path}`,
    within: 5_000,
    mostBytes: 1_000,
    ...more,
  });
  const refused = (reason: string) => expect.objectContaining({ name: 'OutboundRefused', reason });

  it('sends what it is given and answers what came back, any status', async () => {
    const answer = await inside().send({ ...get('/'), method: 'POST', headers: { 'x-k': 'v' }, body: 'grüße' });
    expect(answer).toMatchObject({ status: 201, headers: { 'x-a': 'b' }, body: Buffer.from('well') });
    expect(seen[0]).toMatchObject({ method: 'POST', headers: { host: `hooks.example:${port}`, 'x-k': 'v', 'content-length': '7' } });
    expect(body).toBe('grüße');
  });

  it('reaches nothing inside without leave, by number or by name, and does not even connect', async () => {
    const outside = new Outbound({ resolve: async () => [LOCAL] });
    for (const url of [`http://127.0.0.1:${port}/`, `http://2130706433:${port}/`, `http://[::ffff:127.0.0.1]:${port}/`, get('/').url]) {
      await expect(outside.send(get('/', { url }))).rejects.toEqual(refused('address-not-public'));
      await expect(outside.check(url)).rejects.toEqual(refused('address-not-public'));
    }
    for (const name of ['localhost', 'localhost.', 'LOCALHOST', 'ip6-localhost']) {
      const url = `http://${name}:${port}/`;
      const real = new Outbound({ resolve: async () => [{ address: '::1', family: 6 }] });
      await expect(real.send(get('/', { url }))).rejects.toEqual(refused('address-not-public'));
    }
    expect(seen).toHaveLength(0);
  });

  it('resolves "localhost" as the machine does, and refuses it', async () => {
    await expect(new Outbound().check(`http://localhost:${port}/`)).rejects.toEqual(refused('address-not-public'));
  });

  it('refuses a name with one private address among public ones', async () => {
    const mixed = new Outbound({ resolve: async () => [PUBLIC, LOCAL] });
    await expect(mixed.send(get('/'))).rejects.toEqual(refused('address-not-public'));
    expect(seen).toHaveLength(0);
  });

  it('asks for a name once and goes where it was checked: a second, other answer gains nothing', async () => {
    const answers = [[LOCAL], [{ address: '127.0.0.2', family: 4 }]];
    let asked = 0;
    const rebinding = new Outbound({ allow: ['127.0.0.1'], resolve: async () => answers[asked++]! });
    await rebinding.send(get('/'));
    expect([asked, seen.length]).toEqual([1, 1]);
    await expect(rebinding.send(get('/'))).rejects.toEqual(refused('address-not-public'));
    expect(seen).toHaveLength(1);
  });

  it('says when a name is unknown, or has no address', async () => {
    const unknown = new Outbound({ resolve: () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' })) });
    await expect(unknown.check('https://nowhere.example/')).rejects.toMatchObject({
      reason: 'name-not-found',
      detail: 'ENOTFOUND',
      isForGood: false,
    });
    await expect(new Outbound({ resolve: async () => [] }).check('https://nowhere.example/')).rejects.toEqual(refused('name-not-found'));
  });

  it('follows no redirect', async () => {
    expect(await inside().send(get('/moved'))).toMatchObject({ status: 302 });
    expect(seen).toHaveLength(1);
  });

  it.each(['/never', '/drips'])('gives up when the time is over: %s', async (path) => {
    await expect(inside().send(get(path, { within: 300, mostBytes: 1_000_000 }))).rejects.toEqual(refused('too-slow'));
  });

  it('gives up when a name takes too long', async () => {
    const slow = new Outbound({ resolve: () => new Promise(() => undefined) });
    await expect(slow.send(get('/', { within: 50 }))).rejects.toEqual(refused('too-slow'));
  });

  it.each([
    [1_000, 'too-large'],
    [1_001, undefined],
  ])('with at most %d bytes an answer of 1,001 is %s', async (mostBytes, reason) => {
    const sent = inside().send(get('/long', { mostBytes }));
    if (reason) await expect(sent).rejects.toEqual(refused(reason));
    else expect((await sent).body).toHaveLength(1_001);
  });

  it('does not wait for a body that nobody wants', async () => {
    expect(await inside().send(get('/endless', { mostBytes: 0 }))).toMatchObject({ status: 500, body: Buffer.alloc(0) });
  });

  it('says when the connection fails or breaks', async () => {
    await expect(inside().send(get('/cut'))).rejects.toEqual(refused('no-connection'));
    await expect(inside().send(get('/', { url: 'http://hooks.example:1024/' }))).rejects.toMatchObject({
      reason: 'no-connection',
      detail: 'ECONNREFUSED',
    });
  });

  it('uses no proxy of the environment', async () => {
    process.env.HTTP_PROXY = 'http://127.0.0.1:9/';
    process.env.NODE_USE_ENV_PROXY = '1';
    try {
      expect((await inside().send(get('/'))).status).toBe(201);
    } finally {
      delete process.env.HTTP_PROXY;
      delete process.env.NODE_USE_ENV_PROXY;
    }
  });
});
