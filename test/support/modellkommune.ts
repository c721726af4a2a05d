/** The rule of both rounds: towns and municipalities of up to 300,000 inhabitants, and counties of any size. */
export const MODELLKOMMUNE_RULE = {
  anyOf: [
    { allOf: [{ applicantType: { in: ['municipality'] } }, { population: { atMost: 300_000 } }] },
    { applicantType: { in: ['county'] } },
  ],
};

const EUR = (amount: string) => ({ amount, currency: 'EUR' });

export const MODELLKOMMUNE_PROGRAM = {
  title: { de: 'Modellkommune E-Government', en: 'Model municipality e-government' },
  partners: [
    { name: 'Bundesministerium des Innern', role: 'funder' },
    { name: 'Deutscher Städtetag', role: 'partner' },
    { name: 'Deutscher Landkreistag', role: 'partner' },
    { name: 'Deutscher Städte- und Gemeindebund', role: 'partner' },
  ],
  fundingLevel: 'federal',
  topics: ['Digitalisierung'],
};

export function applicationUntil(date: string) {
  return { stage: 'application', zone: 'Europe/Berlin', effect: 'excludes', schedule: { kind: 'fixed', closes: { date } } };
}

export function roundOne(programId: string) {
  return {
    programId,
    round: '1',
    rule: MODELLKOMMUNE_RULE,
    deadlines: [applicationUntil('2013-11-30')],
    award: { count: 3, amountEach: EUR('100000.00') },
    winners: ['DE:05358008', 'DE:05754008', 'DE:07135'],
  };
}

export function roundTwo(programId: string, previousCallId: string) {
  return {
    programId,
    round: '2',
    rule: MODELLKOMMUNE_RULE,
    deadlines: [applicationUntil('2014-07-25')],
    award: {
      count: 5,
      amountEach: EUR('60000.00'),
      slots: [
        { applicantType: 'municipality', count: 3 },
        { applicantType: 'county', count: 2 },
      ],
      instalments: [EUR('30000.00'), EUR('30000.00')],
    },
    previousCallId,
  };
}
