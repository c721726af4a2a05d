import fc from 'fast-check';
import { MODELLKOMMUNE_PROGRAM } from '../support/modellkommune.js';
import { startTestServer, type TestServer } from '../support/server.js';

/**
 * An independent model of contract §4 and §5 as far as lists show it, written from the table there and not from the code: status, closing
 * day and order of a call with deadlines of every kind, all in Berlin.
 */
const ZONE = 'Europe/Berlin';
type Moment = { date: string; time?: string };
type Schedule =
  | { kind: 'fixed'; opens?: Moment; closes: Moment }
  | { kind: 'cut_offs'; closes: Moment[] }
  | { kind: 'yearly'; closes: { monthDay: string }[] }
  | { kind: 'rolling'; until?: Moment; exhausted?: boolean }
  | { kind: 'relative'; before: 'application' | 'project_start'; duration: 'P0D' | 'P1W' }
  | { kind: 'month'; closes: string }
  | { kind: 'opening'; opens: Moment }
  | { kind: 'unannounced' };
type Stated = { stage: string; schedule: Schedule; weekendRule?: 'next_working_day' };
type Status = 'open' | 'upcoming' | 'undated' | 'closed';
type Standing = { status: Status; day?: string; end?: number };

const clock = (date: string, time = '00:00') => Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(ZONE).epochMilliseconds;
const dayAfter = (date: string) => Temporal.PlainDate.from(date).add({ days: 1 }).toString();
const begin = ({ date, time }: Moment) => clock(date, time);

/** Of the days that occur here, those on which nobody works: Saturdays, Sundays, Christmas and New Year's Day. */
const WORKING_DAY_AFTER: Record<string, string> = {
  '2014-03-22': '2014-03-24',
  '2014-03-23': '2014-03-24',
  '2014-03-29': '2014-03-31',
  '2014-03-30': '2014-03-31',
  '2014-07-19': '2014-07-21',
  '2014-07-26': '2014-07-28',
  '2014-10-18': '2014-10-20',
  '2014-10-19': '2014-10-20',
  '2014-10-25': '2014-10-27',
  '2014-10-26': '2014-10-27',
  '2014-12-25': '2014-12-29',
  '2015-01-01': '2015-01-02',
};

function endUnder(weekendRule: Stated['weekendRule']) {
  return ({ date, time }: Moment) => {
    const counts = (weekendRule && WORKING_DAY_AFTER[date]) ?? date;
    return time === undefined ? clock(dayAfter(counts)) : clock(counts, time);
  };
}

/** One week before, or the day before: reckoned by hand from the days of the application. */
function dayBefore(date: string, duration: 'P0D' | 'P1W'): string {
  return Temporal.PlainDate.from(date)
    .subtract(duration === 'P0D' ? { days: 1 } : { weeks: 1 })
    .toString();
}

/** `application`: the closing day that the application itself has now. */
function standing({ schedule, weekendRule }: Stated, now: number, application?: string): Standing {
  const end = endUnder(weekendRule);
  switch (schedule.kind) {
    case 'relative': {
      if (schedule.before === 'project_start' || application === undefined) return { status: 'undated' };
      const day = dayBefore(application, schedule.duration);
      return { status: now < end({ date: day }) ? 'open' : 'closed', day, end: end({ date: day }) };
    }
    case 'fixed': {
      const closes = { day: schedule.closes.date, end: end(schedule.closes) };
      if (now >= closes.end) return { status: 'closed', ...closes };
      return { status: schedule.opens && now < begin(schedule.opens) ? 'upcoming' : 'open', ...closes };
    }
    case 'cut_offs': {
      const all = schedule.closes.map((moment) => ({ day: moment.date, end: end(moment) })).sort((a, b) => a.end - b.end);
      const next = all.find((closing) => now < closing.end);
      return next ? { status: 'open', ...next } : { status: 'closed', ...all.at(-1)! };
    }
    case 'yearly': {
      const year = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(ZONE).year;
      const all = [year, year + 1].flatMap((of) => schedule.closes.map(({ monthDay }) => `${of}-${monthDay}`)).sort();
      const day = all.find((date) => now < end({ date }))!;
      return { status: 'open', day, end: end({ date: day }) };
    }
    case 'rolling': {
      const { until, exhausted } = schedule;
      const closes = until ? { day: until.date, end: end(until) } : {};
      return { status: exhausted || (until && now >= end(until)) ? 'closed' : 'open', ...closes };
    }
    case 'month': {
      const first = Temporal.PlainYearMonth.from(schedule.closes).add({ months: 1 }).toPlainDate({ day: 1 }).toString();
      return { status: now < clock(first) ? 'open' : 'closed' };
    }
    case 'opening':
      return { status: now < begin(schedule.opens) ? 'upcoming' : 'open' };
    case 'unannounced':
      return { status: 'undated' };
  }
}

const APPLICATION_SIDE = ['registration', 'expression_of_interest', 'outline', 'application'];

function standingOf(deadlines: readonly Stated[], now: number): Standing {
  const application = deadlines.find(({ stage, schedule }) => stage === 'application' && schedule.kind !== 'relative');
  const day = application && standing(application, now).day;
  const counting = deadlines.filter(({ stage }) => APPLICATION_SIDE.includes(stage)).map((deadline) => standing(deadline, now, day));
  for (const status of ['open', 'upcoming', 'undated'] as const) {
    const same = counting.filter((one) => one.status === status);
    if (same.length === 0) continue;
    const [first] = same.filter((one) => one.end !== undefined).sort((a, b) => a.end! - b.end!);
    return first ?? { status };
  }
  const closed = counting.filter((one) => one.end !== undefined).sort((a, b) => a.end! - b.end!);
  return counting.length === 0 ? { status: 'undated' } : (closed.at(-1) ?? { status: 'closed' });
}

/** Days around the two instants of spring and autumn when clocks change, month ends and a year's end, close together so that days meet. */
const days = fc.constantFrom(
  '2014-03-29',
  '2014-03-30',
  '2014-03-31',
  '2014-07-25',
  '2014-07-26',
  '2014-10-25',
  '2014-10-26',
  '2014-12-31',
  '2015-01-01',
);
const moments: fc.Arbitrary<Moment> = fc.record(
  { date: days, time: fc.constantFrom('00:00', '12:00', '23:59') },
  { requiredKeys: ['date'] },
);
const schedules: fc.Arbitrary<Schedule> = fc.oneof(
  moments.map((closes): Schedule => ({ kind: 'fixed', closes })),
  moments.map((closes): Schedule => ({ kind: 'fixed', opens: { date: '2014-03-01' }, closes })),
  fc
    .uniqueArray(days, { minLength: 1, maxLength: 3 })
    .map((dates): Schedule => ({ kind: 'cut_offs', closes: dates.map((date) => ({ date })) })),
  fc.constantFrom<Schedule>(
    { kind: 'yearly', closes: [{ monthDay: '03-31' }, { monthDay: '09-30' }] },
    { kind: 'rolling' },
    { kind: 'rolling', exhausted: true },
    { kind: 'month', closes: '2014-07' },
    { kind: 'opening', opens: { date: '2014-07-26' } },
    { kind: 'unannounced' },
    { kind: 'relative', before: 'application', duration: 'P1W' },
    { kind: 'relative', before: 'application', duration: 'P0D' },
    { kind: 'relative', before: 'project_start', duration: 'P1W' },
  ),
  moments.map((until): Schedule => ({ kind: 'rolling', until })),
);
const calls = fc.array(
  fc.record(
    {
      stage: fc.constantFrom('application', 'application', 'outline', 'questions', 'proof_of_use'),
      schedule: schedules,
      weekendRule: fc.constant('next_working_day' as const),
    },
    { requiredKeys: ['stage', 'schedule'] },
  ),
  { minLength: 1, maxLength: 3 },
);
const instants = fc
  .record({ date: days, time: fc.constantFrom('00:00', '11:59', '12:00', '23:58', '23:59'), shift: fc.integer({ min: -1, max: 1 }) })
  .map(({ date, time, shift }) => clock(date, time) + shift);
const statuses = fc.subarray<Status>(['open', 'upcoming', 'undated', 'closed']);

describe('the list of calls at any instant', () => {
  let server: TestServer;
  const known: { id: string; deadlines: Stated[]; place: number }[] = [];

  beforeAll(async () => {
    server = await startTestServer({ now: '2014-01-02T09:00:00+01:00' });
    const editor = server.asAdmin();
    const programId = (await editor.post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body.id;
    for (const [place, deadlines] of fc.sample(calls, 40).entries()) {
      server.clock.advance({ seconds: 1 });
      const stated = deadlines.map((deadline) => ({ ...deadline, zone: ZONE, effect: 'excludes' }));
      const body = { programId, round: `${place}`, rule: { allOf: [] }, deadlines: stated, award: {} };
      const { id } = (await editor.post('/api/v1/calls').send(body).expect(201)).body;
      await editor.post(`/api/v1/calls/${id}/publication`).set('If-Match', '"1"').expect(200);
      known.push({ id, deadlines, place });
    }
  }, 90_000);
  afterAll(() => server?.close());

  /** All pages of a list, by their cursors. */
  async function listed(query: string, limit: number): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const path: string = `/api/v1/calls?limit=${limit}${query}${cursor === null ? '' : `&cursor=${cursor}`}`;
      const { body } = await server.http.get(path).expect(200);
      ids.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.next;
    } while (cursor !== null);
    return ids;
  }

  /** What closes next first, undated after dated, closed last and latest first; else the newest publication first. */
  function inOrder(now: number) {
    const group = ({ status, day }: Standing) => (status === 'closed' ? 2 : day === undefined ? 1 : 0);
    return known
      .map(({ id, deadlines, place }) => ({ id, place, ...standingOf(deadlines, now) }))
      .sort((a, b) => {
        const sign = a.status === 'closed' ? -1 : 1;
        return (
          group(a) - group(b) ||
          sign * (a.day ?? '').localeCompare(b.day ?? '') ||
          sign * ((a.end ?? 0) - (b.end ?? 0)) ||
          b.place - a.place
        );
      });
  }

  it('filters by status and closing day, and sorts by closing, as an independent model does', async () => {
    await fc.assert(
      fc.asyncProperty(
        instants,
        statuses,
        fc.option(days, { nil: undefined }),
        fc.integer({ min: 1, max: 50 }),
        async (now, wanted, before, limit) => {
          server.clock.set(Temporal.Instant.fromEpochMilliseconds(now));
          const expected = inOrder(now).filter(
            ({ status, day }) =>
              (wanted.length === 0 || wanted.includes(status)) && (before === undefined || (day !== undefined && day <= before)),
          );
          const query = [...wanted.map((status) => `&status=${status}`), before === undefined ? '' : `&closesBefore=${before}`].join('');
          expect(await listed(`${query}&sort=closing`, limit)).toEqual(expected.map(({ id }) => id));
          const newest = expected.toSorted((a, b) => b.place - a.place).map(({ id }) => id);
          expect(await listed(query, limit)).toEqual(newest);
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);

  it('shows the same status and closing on the call itself', async () => {
    await fc.assert(
      fc.asyncProperty(instants, fc.nat(), async (now, at) => {
        server.clock.set(Temporal.Instant.fromEpochMilliseconds(now));
        const { id, deadlines } = known[at % known.length]!;
        const { status, end: closesAt } = standingOf(deadlines, now);
        const { body } = await server.http.get(`/api/v1/calls/${id}`).expect(200);
        const closes = body.closesAt === undefined ? undefined : Temporal.Instant.from(body.closesAt).epochMilliseconds;
        expect({ status: body.status, closes }).toEqual({ status, closes: closesAt });
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('refuses a cursor of another order, and an order that there is none of', async () => {
    server.clock.set('2014-06-12T07:00:00Z');
    const { next } = (await server.http.get('/api/v1/calls?limit=1').expect(200)).body;
    await server.http.get(`/api/v1/calls?limit=1&sort=closing&cursor=${next}`).expect(400);
    await server.http.get('/api/v1/calls?sort=title').expect(422);
  });
});
