import { kindOfBody } from './body-kind.js';

describe('the kind of a body', () => {
  it.each([
    ['Rat der Stadt Düren', 'council'],
    ['12. Sitzung des Rates', 'council'],
    ['Stadtrat', 'council'],
    ['Gemeinderatssitzung', 'council'],
    ['Kreistag', 'council'],
    ['Stadtverordnetenversammlung', 'council'],
    ['Town council', 'council'],
    ['Haupt- und Finanzausschuss', 'committee'],
    ['Ausschuß für Bau und Verkehr', 'committee'],
    ['Ausschüsse', 'committee'],
    ['Ratsausschuss für Digitales', 'committee'],
    ['Seniorenbeirat', undefined],
    ['Aufsichtsrat der Stadtwerke', undefined],
    ['Fraktionssitzung im Rat', undefined],
    ['Beratung', undefined],
    ['Rathaus geschlossen', undefined],
  ])('of "%s" is %s', (name, kind) => expect(kindOfBody(name)).toBe(kind));
});
