import { associationName, countyName, municipalityName } from './display-name.js';

describe('the name of a municipality, for display', () => {
  it.each([
    ['Düren, Stadt', 'Düren'],
    ['München, Landeshauptstadt', 'München'],
    ['Dachau, GKSt', 'Dachau'],
    ['Altötting, St', 'Altötting'],
    ['Markt Schwaben, M', 'Markt Schwaben'],
    ['Hamburg, Freie und Hansestadt', 'Hamburg'],
    ['Hagen, Stadt der FernUniversität', 'Hagen'],
    ['Erkrath, Fundort des Neanderthalers, Stadt', 'Erkrath'],
    ['Ebstorf,Klosterflecken', 'Ebstorf'],
    ['Meschede, Kreis- und  Hochschulstadt', 'Meschede'],
    ['Hamm (Sieg), Raiffeisengemeinde', 'Hamm (Sieg)'],
    ['Bautzen / Budyšin, Stadt', 'Bautzen / Budyšin'],
    ['Weißwasser/O.L., Stadt / Běła Woda', 'Weißwasser/O.L. / Běła Woda'],
    ['Bautzen / Budyšin, Stadt, Hochschulstadt / Wysokošulske město', 'Bautzen / Budyšin'],
    ['Garding, Kirchspiel', 'Kirchspiel Garding'],
    ['Garding, Stadt', 'Garding'],
    ['Rust', 'Rust'],
  ])('"%s" is %s', (official, name) => {
    expect(municipalityName(official)).toBe(name);
  });
});

describe('the name of a county, for display', () => {
  it.each([
    ['Düren', '43', 'Kreis Düren'],
    ['Goslar', '44', 'Landkreis Goslar'],
    ['Emsland', '44', 'Landkreis Emsland'],
    ['Landkreis Rostock', '44', 'Landkreis Rostock'],
    ['Region Hannover', '44', 'Region Hannover'],
    ['Städteregion Aachen', '43', 'Städteregion Aachen'],
    ['Regionalverband Saarbrücken', '45', 'Regionalverband Saarbrücken'],
    ['Lahn-Dill-Kreis', '44', 'Lahn-Dill-Kreis'],
    ['Heidekreis', '44', 'Heidekreis'],
    ['Oberbergischer Kreis', '43', 'Oberbergischer Kreis'],
    ['Eifelkreis Bitburg-Prüm', '44', 'Eifelkreis Bitburg-Prüm'],
    ['Altmarkkreis Salzwedel', '44', 'Altmarkkreis Salzwedel'],
  ])('"%s" (%s) is %s', (official, code, name) => {
    expect(countyName(official, code)).toBe(name);
  });
});

describe('the name of an association, for display', () => {
  it.each([
    ['Harpstedt', '52', 'Samtgemeinde Harpstedt'],
    ['Zell (Mosel)', '53', 'Verbandsgemeinde Zell (Mosel)'],
    ['Amt Lütjenburg', '51', 'Amt Lütjenburg'],
    ['Am Peenestrom', '51', 'Amt Am Peenestrom'],
    ['Schwedt/Oder, Stadt', '51', 'Amt Schwedt/Oder'],
    ['Nortorfer  Land', '51', 'Amt Nortorfer Land'],
    ['Krumbach (Schwaben) (VGem)', '54', 'Verwaltungsgemeinschaft Krumbach (Schwaben)'],
    ['VVG der Stadt Tettnang', '54', 'VVG der Stadt Tettnang'],
    [
      'Oelsnitz/Vogtl., Bösenbrunn, Eichigt und Triebel/V',
      '54',
      'Verwaltungsgemeinschaft Oelsnitz/Vogtl., Bösenbrunn, Eichigt und Triebel/V',
    ],
    ['Eider', '55', 'Kirchspielslandgemeinden Eider'],
    ['GVV Lenningen', '56', 'GVV Lenningen'],
    ['Jägerswald', '56', 'Verwaltungsverband Jägerswald'],
    ['Schmölln, Stadt', '58', 'Erfüllende Gemeinde Schmölln'],
  ])('"%s" (%s) is %s', (official, code, name) => {
    expect(associationName(official, code)).toBe(name);
  });
});
