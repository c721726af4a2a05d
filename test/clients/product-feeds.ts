import type { Product } from '../support/product.js';

const DUEREN = '/authorities/DE:05358008';
/** The interface refuses control characters; everything else may stand in a title. */
const HOSTILE = [
  'BEGIN:VEVENT UID:evil END:VEVENT',
  'Komma, Semikolon; Schrägstrich\\ und \\n sowie \\, roh',
  '"Anführung": =?utf-8?Q?k=C3=B6der?= <b>fett</b> & {{x}} $y %s',
  'مرحبا بالعالم – שלום עולם \u202egnp.exe',
  'Emoji 👨‍👩‍👧‍👦 🇩🇪 und zerlegt: u\u0308 a\u0308',
  `Wort${'ohnePause'.repeat(15)}`,
  ':;,:',
];
const MOST_CUT_OFFS = 100;

/** Subscriptions of the running product, by what they hold. */
export async function productFeeds({ send }: Product): Promise<Map<string, string>> {
  const program = await send<{ id: string }>('/programs', {
    title: { de: 'Städtebau, Verkehr' },
    partners: [{ name: 'Land; Abteilung 3', role: 'funder' }],
    topics: ['Städtebau, Verkehr'],
  });
  const publish = async (title: string, events: number, applicants: string) => {
    const content = {
      programId: program.id,
      round: '1',
      title: { de: title },
      rule: { applicantType: { in: [applicants] } },
      award: {},
    };
    const call = await send<{ id: string }>('/calls', { ...content, deadlines: deadlinesWith(events) });
    await send(`/calls/${call.id}/publication`, {}, { 'if-match': '"1"' });
    return call.id;
  };
  const feed = async (body: object) => (await send<{ url: string }>(`${DUEREN}/feeds`, body)).url;
  const ofCall = async (title: string, events: number) => feed({ scope: 'call', callId: await publish(title, events, 'county') });
  const empty = await feed({ scope: 'followed' });
  for (const title of HOSTILE) await publish(title, 2, 'municipality');
  const hostile = await feed({ scope: 'eligible', name: HOSTILE[1], options: { timed: true, alarmDays: 7 } });
  const urls = new Map([
    ['empty', empty],
    ['hostile', hostile],
    ['one', await ofCall('Eine Frist', 1)],
    ['fifty', await ofCall('Fünfzig', 50)],
    ['two-thousand', await ofCall('Zweitausend', 2_000)],
  ]);
  return urls;
}

/** Every third closing has a time. */
function deadlinesWith(events: number): object[] {
  const first = Temporal.PlainDate.from('2014-07-01');
  const closes = Array.from({ length: events }, (_, index) => ({
    date: first.add({ days: index }).toString(),
    ...(index % 3 === 0 && { time: '12:00' }),
  }));
  const parts = Array.from({ length: Math.ceil(events / MOST_CUT_OFFS) }, (_, part) =>
    closes.slice(part * MOST_CUT_OFFS, (part + 1) * MOST_CUT_OFFS),
  );
  return parts.map((part) => ({
    ...{ stage: 'application', zone: 'Europe/Berlin', effect: 'excludes' },
    schedule: { kind: 'cut_offs', closes: part },
  }));
}
