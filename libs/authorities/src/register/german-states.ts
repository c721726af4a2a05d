/**
 * The sixteen states with the number of their counties and independent cities since November 2021 (when Eisenach joined Wartburgkreis; Destatis,
 * Gemeindeverzeichnis 30.11.2023). The number tells whether the last state of a file is whole; a county reform changes it here.
 */
export const GERMAN_STATES: readonly { readonly number: string; readonly name: string; readonly counties: number }[] = [
  { number: '01', name: 'Schleswig-Holstein', counties: 15 },
  { number: '02', name: 'Hamburg', counties: 1 },
  { number: '03', name: 'Niedersachsen', counties: 45 },
  { number: '04', name: 'Bremen', counties: 2 },
  { number: '05', name: 'Nordrhein-Westfalen', counties: 53 },
  { number: '06', name: 'Hessen', counties: 26 },
  { number: '07', name: 'Rheinland-Pfalz', counties: 36 },
  { number: '08', name: 'Baden-Württemberg', counties: 44 },
  { number: '09', name: 'Bayern', counties: 96 },
  { number: '10', name: 'Saarland', counties: 6 },
  { number: '11', name: 'Berlin', counties: 1 },
  { number: '12', name: 'Brandenburg', counties: 18 },
  { number: '13', name: 'Mecklenburg-Vorpommern', counties: 8 },
  { number: '14', name: 'Sachsen', counties: 13 },
  { number: '15', name: 'Sachsen-Anhalt', counties: 14 },
  { number: '16', name: 'Thüringen', counties: 22 },
];
