import { DUEREN, furnish, wordsOf } from '../support/clerks.js';
import { MODELLKOMMUNE_PROGRAM } from '../support/modellkommune.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { startTestWorker, type TestWorker } from '../support/worker.js';

const A_TUESDAY = '2020-12-01T09:00:00+01:00';
const LEAD = 7;

interface Case {
  readonly what: string;
  readonly deadlines: readonly { stage?: string; schedule: object; [more: string]: unknown }[];
  /** What the interface says of the call. */
  readonly status: string;
  readonly closesAt?: string;
  /** Words of the page. */
  readonly de: string;
  readonly en: string;
  /** The days of its calendar entries, as "20210315"; none for what has no day. */
  readonly entries: readonly string[];
  /** By the days on which a reminder goes out, a week before: what its letter says beside the closing day. */
  readonly letters: Readonly<Record<string, string>>;
}

const towns = { applicantType: { in: ['municipality'] } };
const counties = { applicantType: { in: ['county'] } };

/** Contract §4, one call each: what the interface, the page, the calendar and the letters make of it. */
const CASES: readonly Case[] = [
  {
    what: 'fixed',
    deadlines: [{ schedule: { kind: 'fixed', opens: { date: '2021-01-04' }, closes: { date: '2021-03-31' } } }],
    status: 'upcoming',
    closesAt: '2021-03-31T22:00:00Z',
    de: 'Öffnet am 4. Jan. 2021, bis Mittwoch, 31. März 2021, der ganze Tag zählt (Berlin).',
    en: 'Opens 4 Jan 2021, until Wednesday 31 March 2021, the whole day counts (Berlin).',
    entries: ['20210331'],
    letters: { '2021-03-24': 'Der ganze Tag zählt (Berlin).' },
  },
  {
    what: 'cut-offs',
    deadlines: [{ schedule: { kind: 'cut_offs', closes: [{ date: '2021-09-30', time: '12:00' }, { date: '2021-01-29' }] } }],
    status: 'open',
    closesAt: '2021-01-29T23:00:00Z',
    de: 'Bis Freitag, 29. Januar 2021, der ganze Tag zählt (Berlin); danach zum 30. Sept. 2021.',
    en: 'Until Friday 29 January 2021, the whole day counts (Berlin); after that 30 Sep 2021.',
    entries: ['20210129', '20210930'],
    letters: { '2021-01-22': 'Danach zum 30. Sept. 2021.', '2021-09-23': '12:00 Uhr (Berlin), noch 7 Tage' },
  },
  {
    what: 'yearly',
    deadlines: [{ schedule: { kind: 'yearly', closes: [{ monthDay: '09-30' }, { monthDay: '03-31' }] } }],
    status: 'open',
    closesAt: '2021-03-31T22:00:00Z',
    de: 'Jeweils zum 31. März und 30. September, das nächste Mal bis Mittwoch, 31. März 2021, der ganze Tag zählt (Berlin).',
    en: 'Every year by 31 March and 30 September, the next time until Wednesday 31 March 2021, the whole day counts (Berlin).',
    entries: ['20200930', '20210331', '20210930'],
    letters: { '2021-03-24': 'Jeweils zum 31. März und 30. September.', '2021-09-23': 'Jeweils zum 31. März und 30. September.' },
  },
  {
    what: 'rolling until exhausted',
    deadlines: [{ schedule: { kind: 'rolling', untilExhausted: true } }],
    status: 'open',
    de: 'Laufend, bis die Mittel erschöpft sind.',
    en: 'Rolling, until the funds are exhausted.',
    entries: [],
    letters: {},
  },
  {
    what: 'rolling with a last day',
    deadlines: [{ schedule: { kind: 'rolling', until: { date: '2021-01-29' }, untilExhausted: true } }],
    status: 'open',
    closesAt: '2021-01-29T23:00:00Z',
    de: 'Spätestens Freitag, 29. Januar 2021, der ganze Tag zählt (Berlin), solange Mittel da sind.',
    en: 'Friday 29 January 2021, the whole day counts (Berlin) at the latest, while funds last.',
    entries: ['20210129'],
    letters: { '2021-01-22': 'Schluss ist früher, wenn die Mittel erschöpft sind.' },
  },
  {
    what: 'exhausted',
    deadlines: [{ schedule: { kind: 'rolling', until: { date: '2021-02-25' }, exhausted: true } }],
    status: 'closed',
    closesAt: '2021-02-25T23:00:00Z',
    de: 'Die Mittel sind erschöpft.',
    en: 'The funds are exhausted.',
    entries: [],
    letters: {},
  },
  {
    what: 'relative to the application',
    deadlines: [
      { schedule: { kind: 'fixed', closes: { date: '2021-04-30' } } },
      { stage: 'outline', schedule: { kind: 'relative', before: 'application', duration: 'P4W' } },
    ],
    status: 'open',
    closesAt: '2021-04-02T22:00:00Z',
    de: 'Vier Wochen vor dem Antragsstichtag: bis Freitag, 2. April 2021, der ganze Tag zählt (Berlin).',
    en: 'Four weeks before the application deadline: until Friday 2 April 2021, the whole day counts (Berlin).',
    entries: ['20210402', '20210430'],
    letters: { '2021-03-26': 'Vier Wochen vor dem Antragsstichtag.', '2021-04-23': 'Der ganze Tag zählt (Berlin).' },
  },
  {
    what: 'relative to a project of which nobody knows the start',
    deadlines: [{ schedule: { kind: 'relative', before: 'project_start', duration: 'P8W' } }],
    status: 'undated',
    de: 'Acht Wochen vor Projektbeginn.',
    en: 'Eight weeks before the project starts.',
    entries: [],
    letters: {},
  },
  {
    what: 'month only',
    deadlines: [{ schedule: { kind: 'month', closes: '2021-05' } }],
    status: 'open',
    de: 'Im Mai 2021, Tag noch nicht bekannt.',
    en: 'In May 2021, day not yet known.',
    entries: [],
    letters: {},
  },
  {
    what: 'opening',
    deadlines: [{ schedule: { kind: 'opening', opens: { date: '2021-06-01', time: '10:00' } } }],
    status: 'upcoming',
    de: 'Öffnet am 1. Juni 2021, 10:00 Uhr, Ende noch nicht bekannt.',
    en: 'Opens 1 Jun 2021, 10:00, end not yet known.',
    entries: [],
    letters: {},
  },
  {
    what: 'unannounced',
    deadlines: [{ schedule: { kind: 'unannounced' } }],
    status: 'undated',
    de: 'Frist noch offen.',
    en: 'Not announced.',
    entries: [],
    letters: {},
  },
  {
    what: 'one for towns, one for counties',
    deadlines: [
      { schedule: { kind: 'fixed', closes: { date: '2021-02-12' } }, appliesTo: towns },
      { schedule: { kind: 'fixed', closes: { date: '2021-02-08' } }, appliesTo: counties },
      { stage: 'questions', schedule: { kind: 'fixed', closes: { date: '2021-01-06' } } },
    ],
    status: 'open',
    closesAt: '2021-02-08T23:00:00Z',
    de: 'Bis Freitag, 12. Februar 2021, der ganze Tag zählt (Berlin) Gilt nur für: Städte und Gemeinden.',
    en: 'Until Friday 12 February 2021, the whole day counts (Berlin) Only for: Towns and municipalities.',
    entries: ['20210106', '20210212'],
    letters: { '2020-12-30': 'Stufe: Fragen.', '2021-02-05': 'Gilt nur für: Städte und Gemeinden.' },
  },
  {
    what: 'on a Sunday, moved on',
    deadlines: [{ schedule: { kind: 'fixed', closes: { date: '2021-02-14' } }, weekendRule: 'next_working_day' }],
    status: 'open',
    closesAt: '2021-02-15T23:00:00Z',
    de: 'Bis Sonntag, 14. Februar 2021, der ganze Tag zählt (Berlin), verschoben auf Montag, 15. Februar 2021.',
    en: 'Until Sunday 14 February 2021, the whole day counts (Berlin), moved to Monday 15 February 2021.',
    entries: ['20210214'],
    letters: { '2021-02-07': 'Es zählt der nächste Werktag: Montag, 15. Februar 2021.' },
  },
  {
    what: 'on a holiday of Bavaria, which moves nothing',
    deadlines: [{ schedule: { kind: 'fixed', closes: { date: '2021-01-06' } }, holidays: 'DE-BY' }],
    status: 'open',
    closesAt: '2021-01-06T23:00:00Z',
    de: 'Bis Mittwoch, 6. Januar 2021, der ganze Tag zählt (Berlin).',
    en: 'Until Wednesday 6 January 2021, the whole day counts (Berlin).',
    entries: ['20210106'],
    letters: { '2020-12-30': 'Die Frist endet an einem Feiertag (Heilige Drei Könige): Mittwoch, 6. Januar 2021.' },
  },
];

describe('every schedule, from the interface to page, calendar and letter', () => {
  let server: TestServer;
  let worker: TestWorker;
  const ids = new Map<string, string>();

  const idOf = ({ what }: Case) => ids.get(what)!;
  const page = async (each: Case, language: string) =>
    wordsOf(
      await server.http
        .get(`/calls/${idOf(each)}?lang=${language}`)
        .set('Accept', 'text/html')
        .expect(200),
    );
  const plain = (text: string) => text.replace(/[\s\u00a0]+/g, ' ');

  beforeAll(async () => {
    server = await startTestServer({ now: A_TUESDAY });
    await furnish(server);
    worker = await startTestWorker(server);
    const admin = server.asAdmin();
    const person = { email: 'clerk@dueren.example', name: 'Bea Schmitz', language: 'de', roles: ['staff'], authorities: [DUEREN] };
    const { id } = (await admin.post('/api/v1/people').send(person).expect(201)).body;
    const wishes = { leads: [LEAD], unit: 'days', about: 'eligible', frequency: 'immediate' };
    await admin.put(`/api/v1/people/${id}/reminders`).send(wishes).expect(200);
    const programId = (await admin.post('/api/v1/programs').send(MODELLKOMMUNE_PROGRAM).expect(201)).body.id;
    for (const { what, deadlines } of CASES) {
      const stated = deadlines.map((deadline) => ({ stage: 'application', zone: 'Europe/Berlin', effect: 'excludes', ...deadline }));
      const body = { programId, round: `(${what})`, rule: { anyOf: [towns, counties] }, deadlines: stated, award: {} };
      const draft = (await admin.post('/api/v1/calls').send(body).expect(201)).body;
      expect(draft.deadlines).toMatchObject(stated);
      await admin.post(`/api/v1/calls/${draft.id}/publication`).set('If-Match', '"1"').send({}).expect(200);
      ids.set(what, draft.id);
    }
    await worker.settle();
  }, 120_000);
  afterAll(async () => {
    await worker?.close();
    await server?.close();
  });

  it.each(CASES)('$what: status and closing', async (each) => {
    const { status, closesAt } = (await server.http.get(`/api/v1/calls/${idOf(each)}`).expect(200)).body;
    expect({ status, closesAt }).toEqual({ status: each.status, closesAt: each.closesAt });
  });

  it.each(CASES)('$what: words on the page in both languages', async (each) => {
    expect(await page(each, 'de')).toContain(each.de);
    expect(await page(each, 'en')).toContain(each.en);
  });

  it.each(CASES)('$what: entries in the calendar', async (each) => {
    const made = await server
      .asAdmin()
      .post(`/api/v1/authorities/${DUEREN}/feeds`)
      .send({ scope: 'call', callId: idOf(each) })
      .expect(201);
    const text = (await server.http.get(new URL(made.body.url).pathname).buffer(true).expect(200)).text.replaceAll(/\r\n[ \t]/g, '');
    const days = [...text.matchAll(/^DTSTART;VALUE=DATE:(\d+)/gm)].map(([, day]) => day);
    expect(days.filter((day) => day! <= '20211231')).toEqual(each.entries);
    if (each.entries.length === 0) expect(text).not.toContain('BEGIN:VEVENT');
  });

  it('an entry for certain applicants says so to everybody who reads the calendar of the call', async () => {
    const id = ids.get('one for towns, one for counties');
    const text = (await server.http.get(`/feeds/calls/${id}.ics`).buffer(true).expect(200)).text.replaceAll(/\r\n[ \t]/g, '');
    expect(text.match(/Gilt nur für: [^\\]+/g)).toEqual(['Gilt nur für: Landkreise', 'Gilt nur für: Städte und Gemeinden']);
  });

  it('those without a day stand last in the list', async () => {
    const { items } = (await server.http.get('/api/v1/calls?sort=closing&limit=100&status=open&status=upcoming&status=undated')).body;
    const dated = items.map(({ closesAt }: { closesAt?: string }) => closesAt !== undefined);
    expect(dated).toEqual(dated.toSorted((a: boolean, b: boolean) => Number(b) - Number(a)));
    expect(new Set(dated).size).toBe(2);
  });

  const days = [...new Set(CASES.flatMap(({ letters }) => Object.keys(letters)))].sort();

  it('is planned for the days on which letters are due, and for no other', async () => {
    const rows = await server.database.sql(`select call_id, (due_at at time zone 'Europe/Berlin')::date::text as day from reminder`);
    const nameOf = (id: unknown) => [...ids].find(([, known]) => known === id)![0];
    const planned = rows.filter(({ day }) => String(day) <= days.at(-1)!).map(({ call_id: id, day }) => `${nameOf(id)} ${day}`);
    expect(planned.sort()).toEqual(CASES.flatMap(({ what, letters }) => Object.keys(letters).map((day) => `${what} ${day}`)).sort());
  });

  it.each(days)('writes on %s of what closes a week later', async (day) => {
    server.clock.set(Temporal.PlainDateTime.from(`${day}T07:00`).toZonedDateTime('Europe/Berlin').toInstant());
    await worker.work();
    const letters = worker.mailer.sent.splice(0).map(({ text }) => plain(text));
    const due = CASES.filter((each) => each.letters[day]);
    const said = due.map(({ what }) => letters.find((text) => text.includes(`Runde (${what})`)));
    expect(letters).toHaveLength(due.length);
    for (const [at, each] of due.entries()) {
      expect(said[at]).toContain('noch 7 Tage');
      expect(said[at]).toContain(each.letters[day]);
    }
  });
});
