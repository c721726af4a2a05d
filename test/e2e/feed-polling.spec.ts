import { createHash } from 'node:crypto';
import { Instance } from '@app/accounts/instance.js';
import { demonstrationRegister } from '@app/authorities/demonstration/authorities.js';
import { ImportRegister } from '@app/authorities/import-register.js';
import { NoteFetch } from '@app/calendar/note-fetch.js';
import { systemActor } from '@app/kernel/actor.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { Transactions } from '@app/persistence/transactions.js';
import { readEnv } from '@config/env.js';
import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import pg from 'pg';
import supertest from 'supertest';
import { createServer } from '../../apps/server/src/create-server.js';
import { jsonLogger } from '../../apps/server/src/edge/logging/logger.js';
import { MODELLKOMMUNE_PROGRAM, roundOne, roundTwo } from '../support/modellkommune.js';
import { type Agent, startTestServer, type TestServer } from '../support/server.js';

const { jest } = import.meta;
const DUEREN = '/api/v1/authorities/DE:05358008';
const UNKNOWN = 'A'.repeat(43);

/** Texts of the statements that anybody in this process sends to PostgreSQL meanwhile, but for the queue's own. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const query = jest.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    const texts = query.mock.calls.map(([first]) => String(typeof first === 'object' ? (first as { text?: string }).text : first));
    return texts.filter((text) => !text.includes('pgboss'));
  } finally {
    query.mockRestore();
  }
}

describe('polling a feed', () => {
  let server: TestServer;
  let other: { app: NestExpressApplication; http: ReturnType<typeof supertest> };
  let feed: { id: string; url: string };
  let call: { id: string; version: number };
  let path: string;
  let admin: Agent;

  async function secondServer(level: 'error' | 'debug' = 'error') {
    const env = readEnv({ NODE_ENV: 'test', DATABASE_URL: server.database.url, LOG_LEVEL: level });
    const options = { env, clock: server.clock, databaseUrl: server.database.url, baseUrl: server.url, demonstration: false };
    const app = await createServer({ ...options, clockIsSet: false }, jsonLogger(level));
    await app.listen(0, '127.0.0.1');
    return { app, http: supertest(app.getHttpServer()) };
  }
  const newFeed = async (body: object = { scope: 'eligible' }) => {
    const made = (await admin.post(`${DUEREN}/feeds`).send(body).expect(201)).body as { id: string; url: string };
    return { ...made, path: new URL(made.url).pathname };
  };
  const etagOf = async (http = server.http, at = path) => (await http.get(at).expect(200)).headers.etag as string;
  const poll = (etag: string, http = server.http, at = path) => http.get(at).set('If-None-Match', etag);
  const later = (milliseconds: number) => {
    const real = performance.now.bind(performance);
    return jest.spyOn(performance, 'now').mockImplementation(() => real() + milliseconds);
  };

  beforeAll(async () => {
    server = await startTestServer({ now: '2014-06-12T09:00:00+02:00' });
    admin = server.asAdmin();
    await server.app.get(Instance, { strict: false }).ensure({ domain: 'foerdertakt.example', demonstration: false });
    await server.app.get(ImportRegister, { strict: false }).run(systemActor('demonstration'), demonstrationRegister());
    const program = (await admin.post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body;
    const first = (await admin.post('/api/v1/calls').send(roundOne(program.id)).expect(201)).body;
    call = (await admin.post('/api/v1/calls').send(roundTwo(program.id, first.id)).expect(201)).body;
    call = (await admin.post(`/api/v1/calls/${call.id}/publication`).set('If-Match', '"1"').send({}).expect(200)).body;
    feed = await newFeed();
    path = new URL(feed.url).pathname;
    other = await secondServer();
  }, 90_000);
  afterAll(async () => {
    await other?.app.close();
    await server?.close();
  });
  afterEach(() => jest.restoreAllMocks());

  it('that has not changed costs no SQL, whichever validator is sent', async () => {
    const etag = await etagOf();
    const open = await etagOf(server.http, '/feeds/open-calls.ics');
    const statements = await statementsOf(async () => {
      for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, '*']) await poll(tag).expect(304);
      await poll('"x"').expect(200);
      await server.http.head(path).expect(200).expect('etag', etag);
      await poll(open, server.http, '/feeds/open-calls.ics').expect(304);
    });
    expect(statements).toEqual([]);
  });

  it('bears what every answer bears, and what programs need', async () => {
    const page = await server.http.get('/health/live');
    const { headers } = await server.http.get(path).set('Accept-Encoding', 'gzip');
    for (const name of ['content-security-policy', 'x-content-type-options', 'x-frame-options', 'cross-origin-opener-policy'])
      expect([name, headers[name]]).toEqual([name, page.headers[name]]);
    expect(headers).toMatchObject({
      'cache-control': 'private, no-cache, no-transform',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
      'content-disposition': 'inline; filename="foerdertakt.ics"',
    });
    expect(headers['content-encoding'] ?? headers['set-cookie'] ?? headers['last-modified'] ?? headers['x-powered-by']).toBeUndefined();
  });

  it('has a strong tag, which is the hash of its bytes, whoever asks and however', async () => {
    for (const at of [path, '/feeds/open-calls.ics', `/feeds/calls/${call.id}.ics`]) {
      const { headers, text } = await server.http.get(at).buffer(true).redirects(0).expect(200);
      expect(headers.etag).toBe(`"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`);
      expect(headers['content-length']).toBe(String(Buffer.byteLength(text)));
      const head = await server.http.head(at).redirects(0).expect(200);
      expect([head.headers.etag, head.headers['content-length'], head.text]).toEqual([headers.etag, headers['content-length'], undefined]);
      expect((await poll(headers.etag!, server.http, at).expect(304)).text).toBe('');
    }
  });

  it('shows at once what this server has answered: a call changed, the feed changed, a fact entered', async () => {
    const etag = await etagOf();
    const change = { title: { de: 'Neuer Titel' } };
    call = (await admin.patch(`/api/v1/calls/${call.id}`).set('If-Match', `"${call.version}"`).send(change).expect(200)).body;
    expect((await poll(etag).expect(200)).text).toContain('Neuer Titel');
    const renamed = await etagOf();
    await poll(renamed).expect(304);
    const own = await newFeed();
    await etagOf(server.http, own.path);
    await admin.delete(`/api/v1/feeds/${own.id}`).set('If-Match', '"1"').expect(204);
    await server.http.get(own.path).expect(410);
  });

  it('shows within 30 seconds what another server has answered, when no notice of it comes', async () => {
    const own = await newFeed();
    const etag = await etagOf(other.http, own.path);
    await admin.delete(`/api/v1/feeds/${own.id}`).set('If-Match', '"1"').expect(204);
    await poll(etag, other.http, own.path).expect(304);
    later(29_000);
    await poll(etag, other.http, own.path).expect(304);
    jest.restoreAllMocks();
    later(30_001);
    await poll(etag, other.http, own.path).expect(410);
  });

  it('shows under its old address on another server, within 30 seconds, that it was renewed', async () => {
    const own = await newFeed();
    const etag = await etagOf(other.http, own.path);
    await admin.post(`/api/v1/feeds/${own.id}/rotation`).expect(200);
    await poll(etag, other.http, own.path).expect(304);
    later(30_001);
    expect((await poll(etag, other.http, own.path).expect(200)).text).toContain('Dieses Abo wurde erneuert');
  });

  it('shows a changed call on the other server as soon as its index has heard of it', async () => {
    const etag = await etagOf(other.http);
    const change = { title: { de: 'Noch ein Titel' } };
    call = (await admin.patch(`/api/v1/calls/${call.id}`).set('If-Match', `"${call.version}"`).send(change).expect(200)).body;
    await other.app.get(MatchingIndex, { strict: false }).current();
    expect((await poll(etag, other.http).expect(200)).text).toContain('Noch ein Titel');
  });

  it('moves on with the local day, not with the hours', async () => {
    const etag = await etagOf();
    server.clock.advance({ hours: 14 });
    expect(await statementsOf(() => poll(etag).expect(304))).toEqual([]);
    server.clock.advance({ hours: 2 });
    expect(await statementsOf(() => poll(etag).expect(304))).not.toEqual([]);
    server.clock.advance({ hours: -16 });
  });

  describe('under a token that is none', () => {
    it('is 404 with the same octets and the same work, whatever was sent', async () => {
      const answers = [];
      for (const token of [UNKNOWN, `${'A'.repeat(42)}B`, 'short', 'x'.repeat(500), '%00', 'open-calls']) {
        const at = `/feeds/${token}/dueren.ics`;
        let answer!: supertest.Response;
        const statements = await statementsOf(async () => {
          answer = await other.http.get(at).expect(404);
        });
        answers.push([statements.length, answer.text, Object.keys(answer.headers).sort().join()]);
      }
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(answers[0]![1]).toContain('/problems/not-found');
    });

    it('makes as many statements as a deleted one', async () => {
      const own = await newFeed();
      await admin.delete(`/api/v1/feeds/${own.id}`).set('If-Match', '"1"').expect(204);
      const gone = await statementsOf(() => other.http.get(own.path).expect(410));
      const unknown = await statementsOf(() => other.http.get(`/feeds/${UNKNOWN}/x.ics`).expect(404));
      expect(unknown).toEqual(gone);
    });

    it('is 429 after thirty tries, without asking the database; who is known is still answered', async () => {
      const etag = await etagOf();
      for (let guess = 0; guess < 30; guess++) await server.http.get(`/feeds/${UNKNOWN}/${guess}.ics`).expect(404);
      const statements = await statementsOf(async () => {
        const refused = await server.http.get(`/feeds/${UNKNOWN}/x.ics`).expect(429);
        expect(Number(refused.headers['retry-after'])).toBeGreaterThan(800);
      });
      expect(statements).toEqual([]);
      await poll(etag).expect(304);
      later(900_001);
      await server.http.get(`/feeds/${UNKNOWN}/x.ics`).expect(404);
    });
  });

  describe('while the database is away', () => {
    const away = () =>
      jest
        .spyOn(Transactions.prototype, 'run')
        .mockRejectedValue(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));

    it('answers what was checked a moment ago, then 503, never an empty calendar', async () => {
      const etag = await etagOf(other.http);
      away();
      await poll(etag, other.http).expect(304);
      later(30_001);
      const answer = await other.http.get(path).expect(503);
      expect(answer.headers['retry-after']).toBe('30');
      expect(answer.text).not.toContain('VCALENDAR');
    });

    it('gives the last good copy of what everybody may see, and says so', async () => {
      const open = '/feeds/open-calls.ics';
      const etag = await etagOf(other.http, open);
      away();
      later(30_001);
      const copy = await other.http.get(open).expect(200);
      expect([copy.headers.etag, copy.headers['x-last-good-copy']]).toEqual([etag, '1']);
      await other.http.get(`${open}?lang=en`).expect(503);
    });
  });

  it('leaves its token in no log, however chatty, whatever is asked of its address', async () => {
    const token = path.split('/')[2]!;
    const written: string[] = [];
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    const chatty = await secondServer('debug');
    for (const at of [path, `${path}?x=1`, `${path}.bak`, `/feeds/${token}`, `/feeds/${token}/`, `/FEEDS/${token}/x.ics`]) {
      await chatty.http.get(at);
      await chatty.http.post(at).send({ a: 1 });
      await chatty.http.get(at).set('Accept', 'text/html');
    }
    await chatty.app.close();
    Logger.overrideLogger(jsonLogger('error'));
    jest.restoreAllMocks();
    expect(written.join('')).toMatch(/A feed was answered[\s\S]*A request was answered/);
    expect(written.join('')).not.toContain(token);
  });

  it('leaves its token in no metric and no log', async () => {
    const token = path.split('/')[2]!;
    const written: string[] = [];
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    jest.spyOn(Transactions.prototype, 'run').mockRejectedValueOnce(new Error('a fault of ours'));
    later(30_001);
    await server.http.get(path).expect(500);
    const metrics = (await server.http.get('/metrics')).text;
    jest.restoreAllMocks();
    expect(written.join('')).toContain('A feed could not be read');
    expect(written.join('') + metrics).not.toContain(token);
    expect(metrics).toMatch(/http_requests_total\{method="GET",route="\/feeds\/:token\/:name.ics",status="3xx"\} \d+/);
  });

  it('is noted for the owner within a minute: when, and which program', async () => {
    server.clock.advance({ minutes: 1 });
    await server.http.get(path).set('User-Agent', 'Mozilla/5.0 Thunderbird/140.0').expect(200);
    await server.app.get(NoteFetch, { strict: false }).write();
    const { body } = await admin.get(`/api/v1/feeds/${feed.id}`).expect(200);
    expect(body).toMatchObject({ lastProgram: 'Thunderbird', lastFetchedAt: '2014-06-12T07:01:00Z', version: 1 });
    expect(body.fetches[0]).toEqual({ program: 'Thunderbird', lastAt: '2014-06-12T07:01:00Z' });
  });
});
