import type { CalendarEntry, CalendarFeed } from './calendar.js';

const changedAt = Temporal.Instant.from('2014-05-02T08:15:00.250Z');

/** A whole day with everything an entry can have. */
export const applicationDeadline: CalendarEntry = {
  uid: '0198c0de-0000-7000-8000-000000000001-1@foerdertakt.example',
  start: Temporal.PlainDate.from('2014-07-25'),
  summary: 'Frist: Modellkommune E-Government, 2. Runde; Düren passt',
  description: 'Antrag bis Freitag, 25. Juli 2014.\nFünfmal 60.000\u00a0Euro.',
  url: 'https://foerdertakt.example/calls/modellkommune?runde=2,3',
  categories: ['Digitalisierung, IT', 'Bund'],
  status: 'CONFIRMED',
  sequence: 3,
  changedAt,
  createdAt: Temporal.Instant.from('2014-05-01T00:00:00Z'),
  alarm: Temporal.Duration.from({ days: 7 }),
};

/** A span of time, and no more than an entry must have. */
export const consultation: CalendarEntry = {
  uid: '0198c0de-0000-7000-8000-000000000002-1@foerdertakt.example',
  start: Temporal.Instant.from('2014-07-10T08:00:00Z'),
  end: Temporal.Instant.from('2014-07-10T09:30:00Z'),
  summary: 'Entfällt: Sprechstunde',
  status: 'CANCELLED',
  sequence: 1,
  changedAt,
};

export const sampleFeed: CalendarFeed = {
  name: 'Fristen, Stadt Düren',
  description: 'Was noch offen ist; was bald schließt',
  url: 'https://foerdertakt.example/',
  language: 'de',
  productId: 'Foerdertakt//Deadlines',
  refresh: Temporal.Duration.from({ hours: 6 }),
  entries: [applicationDeadline, consultation],
};
