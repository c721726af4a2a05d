/** Type tags of the codes ("Textkennzeichen") of the German register, contract §2. */

/** 41 and 42 are the independent city itself, which is an authority as a municipality. */
const NO_COUNTY = ['41', '42'];
const COUNTIES = ['43', '44', '45'];

/** 50 is a dummy: the municipality belongs to no association. */
export const NO_ASSOCIATION = '50';
const ASSOCIATION_TAGS: Readonly<Record<string, readonly string[]>> = {
  '51': ['amt'],
  '52': ['samtgemeinde'],
  '53': ['verbandsgemeinde'],
  '54': ['verwaltungsgemeinschaft'],
  '55': [],
  '56': [],
  '58': [],
};

/** 65 and 66 are unincorporated areas: they have a record, but nobody there who could apply. */
const UNINCORPORATED = ['65', '66'];
const INDEPENDENT_CITIES = ['61', '62'];
const MUNICIPALITY_TAGS: Readonly<Record<string, readonly string[]>> = {
  '60': ['market'],
  '61': ['independent_city', 'town'],
  '62': ['independent_city', 'town'],
  '63': ['town'],
  '64': [],
  '65': [],
  '66': [],
  '67': ['large_district_town', 'town'],
};

/** Bremen is a state of two cities and not one itself. */
const CITY_STATES = ['02000000', '11000000'];

export function isKnownCode(record: '40' | '50' | '60', code: string): boolean {
  if (record === '40') return NO_COUNTY.includes(code) || COUNTIES.includes(code);
  return record === '50' ? code === NO_ASSOCIATION || code in ASSOCIATION_TAGS : code in MUNICIPALITY_TAGS;
}

export const isCounty = (code: string): boolean => COUNTIES.includes(code);
export const isAssociation = (code: string): boolean => code in ASSOCIATION_TAGS;
export const isUnincorporated = (code: string): boolean => UNINCORPORATED.includes(code);
export const isIndependentCity = (code: string): boolean => INDEPENDENT_CITIES.includes(code);

/** Numbers of real associations begin with 5, those of dummies with 0, of unincorporated areas with 9; for where the record itself is not at hand. */
export const isNumberOfAssociation = (number: string): boolean => number.startsWith('5');

export function associationTags(code: string): string[] {
  return ['municipal_association', ...(ASSOCIATION_TAGS[code] ?? [])];
}

export function municipalityTags(municipality: { ags: string; code: string; inAssociation: boolean }): string[] {
  const { ags, code, inAssociation } = municipality;
  return [
    'municipality',
    ...(MUNICIPALITY_TAGS[code] ?? []),
    ...(CITY_STATES.includes(ags) ? ['city_state'] : []),
    ...(isIndependentCity(code) ? [] : ['district_municipality']),
    ...(inAssociation ? ['association_member'] : []),
  ];
}
