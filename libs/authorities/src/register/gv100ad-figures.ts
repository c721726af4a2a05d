import type { Gv100adRecord, MunicipalityLine } from './gv100ad-line.js';
import type { Gv100adLines } from './gv100ad-lines.js';

/** The inhabitants of a county (five digits) or association (nine digits): undefined where a municipality's line could not be read. */
type Sums = (countyOrAssociation: string) => number | undefined;

/**
 * Counties and associations have no figure of their own in the register: theirs is the sum of its municipality records. Unincorporated areas count for their
 * county (in 2022 Lohheide and Osterheide in Lower Saxony, 5,185 inhabitants together), as in the official county figures: so counties and independent
 * cities add up to all inhabitants of the country. A sum that lacks a damaged line would be wrong, so there is none.
 */
export function sumsOf({ records, damages }: Pick<Gv100adLines, 'records' | 'damages'>): Sums {
  const sums = new Map<string, number>();
  for (const { county, association, population } of records.filter(isMunicipality)) {
    sums.set(county, (sums.get(county) ?? 0) + population);
    sums.set(association, (sums.get(association) ?? 0) + population);
  }
  const broken = new Set<string>();
  for (const damage of damages) {
    const county = damage.county ?? damage.neighbour;
    if (damage.record !== '60' || county === undefined) continue;
    broken.add(county);
    if (damage.association !== undefined) broken.add(damage.association);
    else for (const key of sums.keys()) if (key.startsWith(county)) broken.add(key);
  }
  // An illegible line may have been the only municipality of an association; its county then lacks it too.
  for (const record of records) if (record.type === '50' && !sums.has(record.association)) broken.add(record.county);
  return (key) => (broken.has(key) ? undefined : sums.get(key));
}

function isMunicipality(record: Gv100adRecord): record is MunicipalityLine {
  return record.type === '60';
}
