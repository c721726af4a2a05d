/**
 * Names as people say them. The register writes municipalities with suffixes after a comma ("Düren, Stadt", "Hagen, Stadt der FernUniversität",
 * "Dachau, GKSt", "Weißwasser/O.L., Stadt / Běła Woda") and counties and associations mostly without their kind ("Düren", "Harpstedt").
 */
export function municipalityName(officialName: string): string {
  const [, name, suffix] = /^([^,]*)(?:,(.*))?$/s.exec(officialName)!;
  // Garding is a town, "Garding, Kirchspiel" the other municipality around it: this is no title but its name.
  const prefix = suffix?.trim() === 'Kirchspiel' ? 'Kirchspiel ' : '';
  const secondLanguage = suffix === undefined || name!.includes(' / ') ? '' : (/ \/ .*$/.exec(suffix)?.[0] ?? '');
  return tidy(prefix + name + secondLanguage);
}

/** "Kreis Düren", "Landkreis Goslar"; "Region Hannover", "Lahn-Dill-Kreis" and their like say already what they are. */
export function countyName(officialName: string, code: string): string {
  if (/kreis|^(Region|Städteregion|Regionalverband) /i.test(officialName)) return tidy(officialName);
  return tidy(`${code === '43' ? 'Kreis' : 'Landkreis'} ${officialName}`);
}

/** What the codes of the association level are called in front of a name. */
const ASSOCIATION_KINDS: Readonly<Record<string, string>> = {
  '51': 'Amt',
  '52': 'Samtgemeinde',
  '53': 'Verbandsgemeinde',
  '54': 'Verwaltungsgemeinschaft',
  '55': 'Kirchspielslandgemeinden',
  '56': 'Verwaltungsverband',
  '58': 'Erfüllende Gemeinde',
};

/**
 * "Samtgemeinde Harpstedt", "Amt Lütjenburg", "Verwaltungsgemeinschaft Glonn" (in the register "Glonn (VGem)"). "VVG der Stadt Tettnang" and "GVV
 * Lenningen" (Baden-Württemberg) keep the form in which they are known. Commas may list members, so only a town's suffix is cut off.
 */
export function associationName(officialName: string, code: string): string {
  const name = officialName.replace(/\s*\(VGem\)$/, '').replace(/,\s*\S*stadt$/i, '');
  const kind = ASSOCIATION_KINDS[code];
  if (kind === undefined || /^(VVG|GVV) /.test(name) || name.startsWith(`${kind} `)) return tidy(name);
  return tidy(`${kind} ${name}`);
}

/** The register has a few double spaces inside names. */
function tidy(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}
