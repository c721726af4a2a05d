import { applicantOf } from '@app/authorities/authority-view.js';
import { entriesOfCall } from '@app/calendar/calendar-entries.js';
import { WriteFeed } from '@app/calendar/write-feed.js';
import { writeCalendar } from '@app/ical/write-calendar.js';
import { MatchingState } from '@app/matching/matching-state.js';
import { appliesTo } from '@app/matching/outcome-of.js';
import { compare } from '../measure.js';
import { inWords, judge, print } from '../report.js';
import { worldOf } from '../world.js';
import { furnished } from './furnished.js';

const SEED = 20140725;
const NOW = Temporal.Instant.from('2026-11-28T10:00:00Z');
const HEAD = { language: 'de', productId: 'Foerdertakt//Deadlines', refresh: Temporal.Duration.from({ hours: 6 }) } as const;

/** A feed that has to be read again, against ical-generator writing the same events. */
export async function misses(): Promise<void> {
  const { authorities, calls: bare } = worldOf(1_000, 2_500, SEED);
  const calls = bare.map(furnished);
  const state = MatchingState.empty('2026-11-28').advance({ revision: 1n, day: '2026-11-28', authorities, calls });
  const authority = authorities.find((candidate) => eligible(candidate).length >= 100) ?? authorities[0]!;
  const writer = new WriteFeed({ read: async () => ({ domain: 'bench.example' }) } as never, { baseUrl: 'https://bench.example' });
  const feed = { title: 'Fristen', language: 'de', options: {}, authority } as const;
  const miss = () =>
    writer.run(
      eligible(authority).map((call) => ({ call, outcome: 'eligible' as const })),
      feed,
      state,
      NOW,
    );
  const reader = {
    ...({ locale: 'de', zone: authority.zone, domain: 'bench.example', baseUrl: 'https://bench.example' } as const),
    ...{ authority, named: state.named, applies: appliesTo(authority, state.named), options: {} },
  };
  const entries = eligible(authority).flatMap((call) => entriesOfCall(call, reader, NOW));
  const generator = () => writeCalendar({ ...HEAD, name: 'Fristen', url: 'https://bench.example/calls', entries });
  if ((await miss()) !== generator()) throw new Error('a feed of blocks is not the feed');

  const times = await compare(9, { miss: { work: miss, repeats: 20 }, generator: { work: generator } });
  print(`\na feed of ${entries.length} events that is not remembered`);
  print(`  joined ${inWords(times.miss)}, ical-generator ${inWords(times.generator)}`);
  judge('a miss against ical-generator', times.generator / times.miss, { target: 25, floor: 25, atLeast: true, unit: '×' });

  function eligible(candidate: (typeof authorities)[number]) {
    const outcomeFor = state.outcomesFor(applicantOf(candidate));
    return [...state.calls.all()].filter((call) => outcomeFor(call) === 'eligible');
  }
}
