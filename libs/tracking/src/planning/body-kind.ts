import type { SittingKind } from '@app/deadlines/planning/sitting.js';

const COMMITTEE = /aussch(u|ü)(ss|ß)|committee/iu;
/** Councils that decide nothing about money. */
const OTHER =
  /(beirat|aufsichtsrat|verwaltungsrat|(ä|ae)ltestenrat|integrationsrat|jugendrat|seniorenrat|kinderrat|ortsrat|personalrat|betriebsrat)|fraktion/iu;
const COUNCIL =
  /(?<!\p{L})(stadt|gemeinde|markt|marktgemeinde|verbandsgemeinde|samtgemeinde|ortsgemeinde)?rat(s|es)?(ssitzung|sitzung)?(?!\p{L})|ratssitzung|kreistag|stadtverordneten|b(ü|ue)rgerschaft|gemeindevertretung|(?<!\p{L})council(?!\p{L})/iu;

/** Which kind of body a meeting of a calendar is of, by its name; undefined for one that prepares or decides nothing for us. */
export function kindOfBody(name: string): SittingKind | undefined {
  if (COMMITTEE.test(name)) return 'committee';
  if (OTHER.test(name)) return undefined;
  return COUNCIL.test(name) ? 'council' : undefined;
}
