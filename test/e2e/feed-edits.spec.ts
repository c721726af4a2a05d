import { readEnv } from '@config/env.js';
import type { NestExpressApplication } from '@nestjs/platform-express';
import ICAL from 'ical.js';
import supertest from 'supertest';
import { createServer } from '../../apps/server/src/create-server.js';
import { jsonLogger } from '../../apps/server/src/edge/logging/logger.js';
import { type Random, randomNumbers } from '../bench/random-numbers.js';
import { DUEREN, furnish } from '../support/clerks.js';
import { MODELLKOMMUNE_PROGRAM } from '../support/modellkommune.js';
import { startTestServer, TEST_ADMIN_TOKEN, type TestServer } from '../support/server.js';

const EDITS = 200;
const SEED = 20140725;
const TITLES = ['UID:evil', 'Kurz', 'Ein „Titel“, mit; Zeichen\\n', 'x'.repeat(190), 'Änderung \u202e🚲'];
const FITTING = { applicantType: { in: ['municipality'] } };
const NOT_FITTING = { applicantType: { in: ['county'] } };

/** What a program keeps of an entry. */
interface Seen {
  readonly sequence: number;
  readonly modified: string;
  readonly start: string;
  readonly status: string;
}

describe('two hundred random edits', () => {
  const random: Random = randomNumbers(SEED);
  let server: TestServer;
  let app: NestExpressApplication;
  let programId: string;
  const calls: string[] = [];
  const feeds: string[] = [];
  let milestone: string;
  const hosts = { count: 0 };

  const agent = () => supertest.agent(app.getHttpServer()).auth(TEST_ADMIN_TOKEN, { type: 'bearer' });
  const day = () =>
    Temporal.PlainDate.from('2026-06-01')
      .add({ days: Math.floor(random.next() * 560) })
      .toString();
  const moment = () => ({ date: day(), ...(random.chance(0.4) && { time: random.oneOf(['00:00', '12:00', '23:59']) }) });
  const schedules: Record<string, () => object> = {
    fixed: () => ({ kind: 'fixed', closes: moment() }),
    cut_offs: () => ({ kind: 'cut_offs', closes: [moment(), moment(), moment()] }),
    yearly: () => ({
      kind: 'yearly',
      closes: [{ monthDay: `${random.oneOf(['07', '08', '10'])}${day().slice(7)}` }, { monthDay: '11-15', time: '12:00' }],
    }),
    rolling: () => ({ kind: 'rolling', until: moment() }),
    relative: () => ({ kind: 'relative', before: 'application', duration: random.oneOf(['P1W', 'P10D', 'P2M']) }),
  };
  const versionOf = async (path: string): Promise<number> => (await agent().get(path).expect(200)).body.version;
  const change = async (path: string, body: object) =>
    agent()
      .patch(path)
      .set('If-Match', `"${await versionOf(path)}"`)
      .send(body)
      .expect(200);

  async function amend(id: string): Promise<void> {
    const call = (await agent().get(`/api/v1/calls/${id}`).expect(200)).body;
    const deadline = random.oneOf(call.deadlines as { id: string; schedule: { kind: string } }[]);
    const body = { schedule: schedules[deadline.schedule.kind]!(), reason: 'verlegt' };
    const path = `/api/v1/calls/${id}/deadlines/${deadline.id}/amendments`;
    await agent().post(path).set('If-Match', `"${call.version}"`).send(body).expect(200);
  }

  /** Two of them; the others can be edited on. */
  async function withdraw(): Promise<void> {
    const id = calls.length > 6 ? calls.pop()! : undefined;
    if (id === undefined) return amend(calls[0]!);
    const version = await versionOf(`/api/v1/calls/${id}`);
    await agent().post(`/api/v1/calls/${id}/withdrawal`).set('If-Match', `"${version}"`).send({ reason: 'Haushalt' }).expect(200);
  }

  async function turnStance(id: string): Promise<void> {
    const path = `/api/v1/authorities/${DUEREN}/calls/${id}/stance`;
    const stance = await agent().get(path);
    if (stance.status === 200 && stance.body.kind === 'followed')
      await agent().delete(path).set('If-Match', `"${stance.body.version}"`).expect(204);
    else expect((await agent().put(path).send({ kind: 'followed' })).status).toBeLessThan(300);
  }

  async function turnMilestone(): Promise<void> {
    const { version, doneAt } = (await agent().get(milestone).expect(200)).body;
    const wish = random.chance(0.5) ? { day: day() } : { done: !doneAt };
    await agent().patch(milestone).set('If-Match', `"${version}"`).send(wish).expect(200);
  }

  async function renameHost(): Promise<void> {
    if (hosts.count >= 4) return amend(calls[0]!);
    hosts.count += 1;
    const env = readEnv({ NODE_ENV: 'test', DATABASE_URL: server.database.url, LOG_LEVEL: 'error' });
    const options = { env, clock: server.clock, databaseUrl: server.database.url, demonstration: false, clockIsSet: false };
    if (app !== server.app) await app.close();
    app = await createServer({ ...options, baseUrl: `https://host-${hosts.count}.example` }, jsonLogger('error'));
    await app.listen(0, '127.0.0.1');
  }

  const edits: readonly (() => Promise<unknown>)[] = [
    () => amend(random.oneOf(calls)),
    () => amend(random.oneOf(calls)),
    () => change(`/api/v1/calls/${random.oneOf(calls)}`, { title: { de: random.oneOf(TITLES) } }),
    () => change(`/api/v1/programs/${programId}`, { title: { de: `Programm ${random.oneOf(TITLES)}` } }),
    () => change(`/api/v1/calls/${random.oneOf(calls)}`, { rule: random.oneOf([FITTING, FITTING, NOT_FITTING]) }),
    () => turnStance(random.oneOf(calls)),
    turnMilestone,
    withdraw,
    renameHost,
  ];

  async function look(path: string): Promise<Map<string, Seen>> {
    const { text } = await supertest(app.getHttpServer()).get(path).buffer(true).expect(200);
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    const value = (event: ICAL.Component, name: string) => String(event.getFirstPropertyValue(name));
    return new Map(
      events.map((event) => {
        expect(value(event, 'dtstamp')).toBe(value(event, 'last-modified'));
        const [modified, start, status] = ['last-modified', 'dtstart', 'status'].map((name) => value(event, name));
        return [value(event, 'uid'), { sequence: Number(value(event, 'sequence')), modified, start, status } as Seen];
      }),
    );
  }

  async function publish(index: number): Promise<string> {
    const kind = Object.keys(schedules)[index % 4]!;
    const common = { zone: 'Europe/Berlin', effect: 'excludes' };
    const deadlines = [
      { ...common, stage: 'application', schedule: schedules[kind]!() },
      { ...common, stage: 'paper_copy', schedule: schedules.relative!() },
    ];
    const draft = (
      await agent()
        .post('/api/v1/calls')
        .send({ programId, round: `${index + 1}`, rule: FITTING, deadlines, award: {} })
        .expect(201)
    ).body;
    await agent().post(`/api/v1/calls/${draft.id}/publication`).set('If-Match', '"1"').send({}).expect(200);
    await agent().put(`/api/v1/authorities/${DUEREN}/calls/${draft.id}/stance`).send({ kind: 'followed' });
    return draft.id;
  }

  beforeAll(async () => {
    server = await startTestServer({ now: '2026-03-02T08:00:00Z' });
    app = server.app;
    await furnish(server);
    programId = (await agent().post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body.id;
    for (let index = 0; index < 8; index++) calls.push(await publish(index));
    const ofCall = `/api/v1/authorities/${DUEREN}/calls/${calls[0]}/milestones`;
    milestone = `${ofCall}/${
      (
        await agent()
          .post(ofCall)
          .send({ name: { de: 'Rat' }, day: day() })
          .expect(201)
      ).body.id
    }`;
    for (const body of [{ scope: 'eligible' }, { scope: 'followed', language: 'en', options: { timed: true } }]) {
      const { url } = (await agent().post(`/api/v1/authorities/${DUEREN}/feeds`).send(body).expect(201)).body;
      feeds.push(new URL(url).pathname);
    }
  }, 90_000);
  afterAll(async () => {
    if (app !== server?.app) await app?.close();
    await server?.close();
  });

  it('change no uid, and no sequence and no last change ever falls', async () => {
    const first = await Promise.all(feeds.map(look));
    expect(first.map(({ size }) => size)).toEqual([36, 37]);
    let before = first;
    for (let edit = 0; edit < EDITS; edit++) {
      server.clock.advance({ minutes: 1 + Math.floor(random.next() * 600) });
      await random.oneOf(edits)();
      const after = await Promise.all(feeds.map(look));
      after.forEach((seen, feed) => {
        expect([edit, [...seen.keys()].sort()]).toEqual([edit, [...first[feed]!.keys()].sort()]);
        for (const [uid, now] of seen) expect([edit, uid, fallen(before[feed]!.get(uid)!, now)]).toEqual([edit, uid, []]);
      });
      before = after;
    }
    expect(hosts.count).toBe(4);
  }, 120_000);
});

/** What a program would take for an older state than the one it has. */
function fallen(before: Seen, now: Seen): string[] {
  const isOther = before.start !== now.start || before.status !== now.status;
  return [
    now.sequence < before.sequence && 'the sequence fell',
    now.modified < before.modified && 'the last change fell',
    isOther && now.sequence === before.sequence && 'date or status changed under the same sequence',
    isOther && now.modified === before.modified && 'date or status changed at the same instant',
  ].filter((fault) => fault !== false);
}
