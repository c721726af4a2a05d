import type { AuthorityRecord, PopulationFigure, TerritoryRecord } from './authority-record.js';
import { associationName, countyName, municipalityName } from './display-name.js';
import type { AssociationLine, CountyRecord, MunicipalityLine } from './gv100ad-line.js';
import { associationTags, isIndependentCity, municipalityTags } from './gv100ad-tags.js';

/** A figure of this register: all have the same date and source. */
export type Figure = (value: number | undefined) => PopulationFigure | undefined;

/** Keys, territories, tags and names of contract §2, out of one record of the register. */
export function municipalityOf(line: MunicipalityLine, inAssociation: boolean, figure: Figure): AuthorityRecord {
  return {
    key: `DE:${line.ags}`,
    parentKey: parentOf(line, inAssociation),
    name: municipalityName(line.name),
    officialName: line.name,
    types: municipalityTags({ ...line, inAssociation }),
    territory: `DE-${line.ags}`,
    ...counted(figure(line.population)),
  };
}

function parentOf(line: MunicipalityLine, inAssociation: boolean): string {
  if (isIndependentCity(line.code)) return `DE-${line.state}`;
  return `DE:${inAssociation ? line.association : line.county}`;
}

export function countyOf(line: CountyRecord, population: PopulationFigure | undefined): AuthorityRecord {
  return {
    key: `DE:${line.county}`,
    parentKey: `DE-${line.state}`,
    name: countyName(line.name, line.code),
    officialName: line.name,
    types: ['county'],
    territory: `DE-${line.county}`,
    ...counted(population),
  };
}

export function associationOf(line: AssociationLine, population: PopulationFigure | undefined): AuthorityRecord {
  return {
    key: `DE:${line.association}`,
    parentKey: `DE:${line.county}`,
    name: associationName(line.name, line.code),
    officialName: line.name,
    types: associationTags(line.code),
    territory: `DE-${line.county}`,
    ...counted(population),
  };
}

export function stateOf(number: string, name: string): TerritoryRecord {
  return { id: `DE-${number}`, name, officialName: name };
}

function counted(population: PopulationFigure | undefined): { population?: PopulationFigure } {
  return population === undefined ? {} : { population };
}
