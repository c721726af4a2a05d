import { existsSync, readFileSync } from 'node:fs';
import { parseDeadline } from '@app/deadlines/parse-deadline.js';
import { OFFERED_TAGS, tagName } from '@app/eligibility/tag-names.js';
import type { Locale } from '@app/kernel/locale.js';
import { render } from '../frame/render.js';
import { sampleFrame } from '../samples/sample-parts.js';
import { type CallForm, emptyCallForm, fromCall, readCallForm, type StoredCall } from './call-form.js';
import { callFormView } from './call-form.view.js';
import { changeRows } from './call-form-rows.js';
import { toCallCommand } from './call-form-to.js';
import { fieldOf } from './fault-fields.js';
import { faultTexts } from './form-reading.js';

const EXAMPLES = '../shared/data/examples/calls.json';
const RULE = {
  anyOf: [
    { allOf: [{ applicantType: { in: ['municipality'] } }, { population: { atMost: 300_000 } }] },
    { applicantType: { in: ['county'] } },
  ],
};

/** What a browser sends of the form: every field of the page with its value. */
function posted(form: CallForm, locale: Locale): Record<string, string | string[]> {
  const model = { state: 'draft' as const, form, errors: {}, programs: [], previousCalls: [] };
  const html = render(callFormView(sampleFrame(locale, 'editor'), model));
  const body: Record<string, string | string[]> = {};
  const add = (name: string, value: string) => {
    body[name] = name in body ? [body[name]!, value].flat() : value;
  };
  const plain = (text = '') => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
  const of = (tag: string, name: string) => plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]);
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const isChoice = /type="(checkbox|radio)"/.test(tag);
    if (of(tag, 'name') && (!isChoice || /\schecked/.test(tag))) add(of(tag, 'name'), of(tag, 'value'));
  }
  for (const [, tag, text] of html.matchAll(/(<textarea\b[^>]*>)([^<]*)<\/textarea>/g)) add(of(tag!, 'name'), plain(text));
  for (const [, tag, options] of html.matchAll(/(<select\b[^>]*>)(.*?)<\/select>/gs)) {
    const chosen = /<option[^>]*\sselected[^>]*>/.exec(options!)?.[0] ?? /<option[^>]*>/.exec(options!)?.[0] ?? '';
    add(of(tag!, 'name'), of(chosen, 'value'));
  }
  return body;
}

function stored(change: Partial<StoredCall> = {}): StoredCall {
  return { version: 1, programId: 'p1', round: '2', rule: RULE, deadlines: [], award: {}, partners: [], winners: [], ...change };
}

function sentBack(call: StoredCall, locale: Locale) {
  return toCallCommand(readCallForm(posted(fromCall(call, locale), locale)));
}

describe('a call through the form and back', () => {
  const examples = existsSync(EXAMPLES) ? (JSON.parse(readFileSync(EXAMPLES, 'utf8')).calls as (StoredCall & { program: string })[]) : [];
  if (examples.length === 0) it.skip(`needs ${EXAMPLES}`, () => undefined);

  const cases = examples.flatMap((call) =>
    (['de', 'en'] as const).map((locale) => ({ call, locale, name: `${call.program}, ${call.round}` })),
  );
  if (cases.length > 0)
    it.each(cases)('$name in $locale is unchanged', ({ call, locale }) => {
      const { rule, deadlines, award, partners, round, winners = [] } = call;
      const back = sentBack(stored({ rule, deadlines, award, partners, round, winners }), locale);
      expect(back).toEqual({ command: { programId: 'p1', round, rule, deadlines, award, partners, winners } });
    });

  it.each([
    { kind: 'fixed', opens: { date: '2014-06-12', time: '08:00' }, closes: { date: '2014-07-25', time: '12:00' } },
    { kind: 'cut_offs', closes: [{ date: '2024-01-31', time: '12:00' }, { date: '2024-03-29' }] },
    { kind: 'yearly', closes: [{ monthDay: '03-01' }, { monthDay: '10-01', time: '18:00' }], opens: { monthDay: '01-15' } },
    { kind: 'rolling', opens: { date: '2020-05-15' }, until: { date: '2020-11-15' }, untilExhausted: true, exhausted: true },
    { kind: 'relative', before: 'application', duration: 'P8W' },
    { kind: 'relative', before: 'project_start', duration: 'P1M2D' },
    { kind: 'relative', before: 'project_start', duration: 'P0D' },
    { kind: 'month', closes: '2020-10' },
    { kind: 'opening', opens: { date: '2027-01-01' } },
    { kind: 'unannounced' },
  ])('keeps a deadline of the kind $kind with all it says', (schedule) => {
    const more = {
      id: 'd1',
      act: 'postmark',
      channel: 'per E-Mail',
      weekendRule: 'next_working_day',
      holidays: 'DE-BY',
      appliesTo: { allOf: [] },
    };
    const deadline = {
      stage: 'outline',
      zone: 'Europe/Vienna',
      schedule,
      effect: 'soft',
      ...more,
    } as unknown as StoredCall['deadlines'][number];
    expect(parseDeadline(deadline, '', ['appliesTo']).faults).toEqual([]);
    expect(sentBack(stored({ deadlines: [deadline] }), 'de')).toMatchObject({ command: { deadlines: [deadline] } });
  });

  it.each([
    [{ applicantType: { in: ['county'] } }, 'fields'],
    [
      {
        allOf: [
          { applicantType: { in: ['town', 'municipality'] } },
          { population: { atMost: 20_000 } },
          { territory: { in: ['DE-05', 'DE-03'] } },
        ],
      },
      'fields',
    ],
    [{ not: { applicantType: { in: ['county'] } } }, 'JSON'],
    [{ anyOf: [{ applicantType: { in: ['county'] } }, { population: { atMost: 1_000 } }] }, 'JSON'],
  ])('keeps for whom a deadline holds: %j, as %s', (appliesTo, how) => {
    const deadline = {
      id: 'd1',
      stage: 'application',
      zone: 'Europe/Berlin',
      effect: 'excludes',
      schedule: { kind: 'unannounced' },
      appliesTo,
    };
    const call = stored({ deadlines: [deadline] as unknown as StoredCall['deadlines'] });
    expect(fromCall(call, 'de').deadlines[0]!.appliesTo === '').toBe(how === 'fields');
    for (const locale of ['de', 'en'] as const) expect(sentBack(call, locale)).toMatchObject({ command: { deadlines: [deadline] } });
  });

  it('keeps title, summary, source, winners and every figure of the award', () => {
    const euro = (amount: string) => ({ amount, currency: 'EUR' });
    const rest = {
      title: { de: 'Titel "x"', en: 'Title' },
      summary: { de: 'Kurz.' },
      source: { url: 'https://www.bmi.bund.de/?a=1&b=2', publishedOn: '2014-06-12' },
      winners: ['DE:05358008', 'DE:07135'],
      award: {
        count: 5,
        amountEach: euro('60000.00'),
        minAmount: euro('0.50'),
        maxAmount: euro('1250000.25'),
        totalBudget: euro('150000000.00'),
        fundingRate: 6250,
        ownShare: 1000,
        minimumGrantThreshold: euro('15000.00'),
        slots: [{ applicantType: 'municipality', count: 3 }],
        instalments: [euro('30000.00'), euro('30000.00')],
      },
    };
    for (const locale of ['de', 'en'] as const) expect(sentBack(stored(rest), locale)).toMatchObject({ command: rest });
  });
});

describe('what is entered', () => {
  const entered = (change: Record<string, unknown> = {}) =>
    toCallCommand(readCallForm({ programId: 'p1', round: '2', 'ways.0.types': 'municipality', ...change }));

  it('becomes a rule of ways', () => {
    const ways = {
      'ways.0.populationAtMost': '300.000',
      'ways.1.types': ['county'],
      'ways.1.state': 'DE-05',
      'ways.1.territories': 'DE-03, named:rural',
    };
    expect(entered(ways)).toMatchObject({
      command: {
        rule: {
          anyOf: [
            { allOf: [{ applicantType: { in: ['municipality'] } }, { population: { atMost: 300_000 } }] },
            { allOf: [{ applicantType: { in: ['county'] } }, { territory: { in: ['DE-05', 'DE-03', 'named:rural'] } }] },
          ],
        },
      },
    });
  });

  it('is chosen among kinds of which no two read alike', () => {
    for (const locale of ['de', 'en'] as const) {
      const labels = OFFERED_TAGS.map((tag) => tagName(tag, locale));
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  it('is a draft without rule and deadline when nothing is entered there yet', () => {
    const form = { ...emptyCallForm('p1'), round: '1' };
    expect(toCallCommand(form)).toEqual({
      command: { programId: 'p1', round: '1', rule: { anyOf: [] }, deadlines: [], award: {}, partners: [], winners: [] },
    });
  });

  it.each([
    [{ programId: '' }, 'programId', 'program-required'],
    [{ round: ' ' }, 'round', 'required'],
    [{ 'ways.1.types': [], 'ways.1.state': '' }, 'ways.1.types', 'way-empty'],
    [{ 'ways.0.populationAtLeast': '10', 'ways.0.populationAtMost': '9' }, 'ways.0.populationAtLeast', 'bounds-reversed'],
    [{ 'ways.0.territories': 'NRW' }, 'ways.0.territories', 'not-a-territory'],
    [{ ruleMode: 'json', rule: '{' }, 'rule', 'not-json'],
    [{ 'deadlines.0.closes': '31.06.2014' }, 'deadlines.0.closes', 'not-a-day'],
    [{ 'deadlines.0.closes': '25.07.2014', 'deadlines.0.time': '24:00' }, 'deadlines.0.time', 'not-a-time'],
    [{ 'deadlines.0.time': '12:00' }, 'deadlines.0.closes', 'time-without-day'],
    [{ 'deadlines.0.kind': 'cut_offs' }, 'deadlines.0.closings', 'required'],
    [{ 'deadlines.0.kind': 'yearly', 'deadlines.0.monthDays': '29.02.' }, 'deadlines.0.monthDays', 'not-a-month-day'],
    [{ 'deadlines.0.kind': 'sometimes' }, 'deadlines.0.kind', 'unknown-choice'],
    [{ 'deadlines.0.applies.territories': 'NRW' }, 'deadlines.0.applies.territories', 'not-a-territory'],
    [{ 'deadlines.0.applies.types': 'county', 'deadlines.0.appliesTo': '{}' }, 'deadlines.0.appliesTo', 'applies-either'],
    [{ 'deadlines.0.appliesTo': '{' }, 'deadlines.0.appliesTo', 'not-json'],
    [{ 'source.publishedOn': '12.6.14' }, 'source.url', 'source-required'],
    [{ winners: 'Düren' }, 'winners', 'not-a-key'],
    [{ 'award.amountEach': 'viel' }, 'award.amountEach', 'not-an-amount'],
    [{ 'partners.0.url': 'https://x.example/' }, 'partners.0.name', 'name-required'],
  ])('%j is wrong at %s', (change, field, code) => {
    const result = entered(change);
    expect(result).toMatchObject({ faults: { [field]: { code } } });
    expect(faultTexts('faults' in result ? result.faults : {}, 'de')[field]).toMatch(/[.:]/);
  });
});

describe('the buttons that change the form', () => {
  const form = emptyCallForm('p1');

  it('add and remove rows', () => {
    const two = changeRows(changeRows(form, 'add-way', 'de'), 'add-deadline', 'de');
    expect([two.ways.length, two.deadlines.length]).toEqual([2, 2]);
    expect(changeRows(two, 'remove-deadline-0', 'de').deadlines).toHaveLength(1);
    expect(changeRows(changeRows(form, 'add-slot', 'de'), 'remove-slot-0', 'de').award.slots).toEqual([]);
    expect(changeRows(form, 'remove-way-7', 'de')).toEqual(form);
  });

  it('turn ways into JSON and back, and leave alone what ways cannot show', () => {
    const ways = fromCall(stored(), 'de');
    const json = changeRows(ways, 'to-json', 'de');
    expect(JSON.parse(json.rule)).toEqual(RULE);
    expect(changeRows(json, 'to-ways', 'de')).toEqual(ways);
    const more = { ...json, rule: '{"not":{"applicantType":{"in":["county"]}}}' };
    expect(changeRows(more, 'to-ways', 'de')).toEqual(more);
  });
});

describe('a fault that the domain found', () => {
  const form = { ...fromCall(stored(), 'de'), deadlines: [] };
  const two = changeRows(changeRows(form, 'add-deadline', 'de'), 'add-deadline', 'de');
  const touched = { ...two, deadlines: two.deadlines.map((deadline, at) => (at === 1 ? { ...deadline, closes: '25.07.2014' } : deadline)) };

  it.each([
    ['/rule/anyOf/1/applicantType/in', 'ways.1.types'],
    ['/rule/anyOf/0/allOf/1/population/atMost', 'ways.0.populationAtMost'],
    ['/deadlines/0/schedule/closes/date', 'deadlines.1.closes'],
    ['/deadlines/0/zone', 'deadlines.1.zone'],
    ['/deadlines/0/appliesTo/territory/in/0', 'deadlines.1.applies.territories'],
    ['/award/fundingRate', 'award.fundingRate'],
    ['/award/slots/2/count', 'award.slots.2.count'],
    ['/source/url', 'source.url'],
    ['/title/en', 'title.en'],
    ['', ''],
  ])('at %s stands at %s', (pointer, field) => {
    expect(fieldOf(pointer, touched)).toBe(field);
  });
});
