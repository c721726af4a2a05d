import { demonstrationRegister } from '@app/authorities/demonstration/authorities.js';
import { ImportRegister } from '@app/authorities/import-register.js';
import { systemActor } from '@app/kernel/actor.js';
import { MODELLKOMMUNE_RULE } from '../support/modellkommune.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { describeWithData, hasSharedData, sharedJson } from '../support/shared-data.js';

interface EligibilityCase {
  id: string;
  why: string;
  request: object;
  expected: string;
}
interface DeadlineCase {
  id: string;
  quote: string;
  deadline: object;
  at: string;
  want: { status: string; closesAt?: string; daysLeft?: number; next?: string; warning?: boolean; noClosesAt?: boolean };
}

const eligibility = hasSharedData ? sharedJson<{ cases: EligibilityCase[] }>('examples/eligibility.json').cases : [];
const deadlines = hasSharedData ? sharedJson<{ cases: DeadlineCase[] }>('examples/deadlines.json').cases : [];

describe('evaluations over HTTP', () => {
  let server: TestServer;
  const ask = (route: string, body: object) => server.asAdmin().post(`/api/v1/${route}/evaluations`).send(body);

  beforeAll(async () => {
    server = await startTestServer();
    await server.app.get(ImportRegister, { strict: false }).run(systemActor('demonstration'), demonstrationRegister());
  }, 60_000);
  afterAll(() => server.close());

  describeWithData('of eligibility, the real cases', () => {
    it.each(eligibility.map((example) => [example.id, example.why, example] as const))('%s: %s', async (_, __, example) => {
      const { body } = await ask('eligibility', example.request).expect(200);
      expect(body.outcome).toBe(example.expected);
      expect(body.findings.every(({ text }: { text: { de: string; en: string } }) => text.de !== '' && text.en !== '')).toBe(true);
      expect(body.missing.length > 0).toBe(body.outcome === 'undetermined');
    });
  });

  describeWithData('of deadlines, the real cases', () => {
    it.each(deadlines.map((example) => [example.id, example.quote, example] as const))('%s: %s', async (_, __, { deadline, at, want }) => {
      const { body } = await ask('deadlines', { deadline, at }).expect(200);
      expect(body.status).toBe(want.status);
      if (want.closesAt) expect(body.closesAt).toBe(want.closesAt);
      if (want.daysLeft !== undefined) expect(body.daysLeft).toBe(want.daysLeft);
      if (want.next) expect(body.next.date).toBe(want.next);
      if (want.noClosesAt) expect(body).not.toHaveProperty('closesAt');
      if (want.warning) expect(body.warnings.length).toBeGreaterThan(0);
    });
  });

  it('fill in from the register when only a key is sent', async () => {
    const { body } = await ask('eligibility', { rule: MODELLKOMMUNE_RULE, applicant: { key: 'DE:05515000' } }).expect(200);
    expect(body.outcome).toBe('ineligible');
    expect(body.findings[1]).toMatchObject({ code: 'population-outside', params: expect.objectContaining({ value: 320_946 }) });
  });

  it('take an applicant exactly as sent when more than its key is sent', async () => {
    const applicant = { key: 'DE:05515000', types: ['municipality'], population: 10 };
    expect((await ask('eligibility', { rule: MODELLKOMMUNE_RULE, applicant }).expect(200)).body.outcome).toBe('eligible');
  });

  it.each([
    ['an unknown key', { rule: MODELLKOMMUNE_RULE, applicant: { key: 'DE:99999999' } }, '/applicant/key'],
    ['an unknown key of a member', { rule: MODELLKOMMUNE_RULE, members: [{ key: 'DE:05358008' }, { key: 'DE:0' }] }, '/members/1/key'],
    ['a malformed rule', { rule: { anyOf: {} }, applicant: { key: 'DE:05358008' } }, '/rule/anyOf'],
    ['neither applicant nor members', { rule: MODELLKOMMUNE_RULE }, ''],
    ['no members', { rule: MODELLKOMMUNE_RULE, members: [] }, '/members'],
  ])('refuse %s with its pointer', async (_, body, pointer) => {
    const refused = await ask('eligibility', body).expect(422);
    expect(refused.body.errors[0]).toMatchObject({ pointer, detail: expect.stringMatching(/ /) });
  });

  it('refuse 24:00 and a day that does not exist', async () => {
    const deadline = {
      stage: 'application',
      zone: 'Europe/Berlin',
      effect: 'excludes',
      schedule: { kind: 'fixed', closes: { date: '2014-02-30', time: '24:00' } },
    };
    const refused = await ask('deadlines', { deadline, at: '2014-01-01T00:00:00Z' }).expect(422);
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/deadline/schedule/closes/date',
      '/deadline/schedule/closes/time',
    ]);
  });

  it('are for whoever is signed in', async () => {
    await server.http.post('/api/v1/eligibility/evaluations').send({ rule: MODELLKOMMUNE_RULE, applicant: {} }).expect(401);
  });
});
