/** Municipal associations of the demonstration: key, code, official name, inhabitants (sum of their members). Source and days as in municipalities.ts. */
export const ASSOCIATIONS: readonly (readonly [association: string, code: string, name: string, population: number])[] = [
  ['010515169', '55', 'Eider', 18_826],
  ['034585401', '52', 'Harpstedt', 10_829],
  ['071355001', '53', 'Cochem', 19_719],
  ['071355005', '53', 'Zell (Mosel)', 15_804],
  ['083175002', '54', 'VVG der Stadt Ettenheim', 32_040],
  ['084165001', '56', 'GVV Steinlach-Wiesaz', 20_157],
  ['084355006', '54', 'VVG der Stadt Tettnang', 22_765],
  ['091755114', '54', 'Glonn (VGem)', 14_624],
  ['120715107', '51', 'Peitz', 10_672],
  ['120735051', '51', 'Schwedt/Oder, Stadt', 34_399],
  ['130755551', '51', 'Am Peenestrom', 15_574],
  ['146255501', '56', 'Am Klosterwasser', 7_152],
  ['150845051', '53', 'An der Finne', 11_455],
  ['160775052', '58', 'Schmölln, Stadt', 14_103],
];
