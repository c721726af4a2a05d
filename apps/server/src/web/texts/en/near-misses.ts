import type { nearMissesDe } from '../de/near-misses.js';

export const nearMissesEn: typeof nearMissesDe = {
  title: 'Near misses',
  lead: (name) => `Calls that one number alone keeps ${name} from, the nearest first.`,
  none: 'No call is missed narrowly by a number right now.',
  near: 'Within 10%',
  farther: 'Farther away',
  alsoClosed: 'Show closed calls too',
  onlyCurrent: 'Show current calls only',
  link: 'Near misses: what fails by a number alone',
};
