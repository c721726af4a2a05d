import { type Candidate, type Gone, proposeSuccessors } from './propose-successors.js';

const ASSOCIATION = 'DE:072325005';

function municipality(key: string, name: string, more: Partial<Gone> = {}): Gone {
  return {
    key: `DE:${key}`,
    name,
    types: ['municipality', 'district_municipality'],
    territory: `DE-${key}`,
    parentKey: `DE:${key.slice(0, 5)}`,
    ...more,
  };
}
const arriving = (key: string, name: string, more: Partial<Gone> = {}): Candidate => ({ ...municipality(key, name, more), isNew: true });
const staying = (key: string, name: string): Candidate => ({ ...municipality(key, name), isNew: false });

function propose(gone: Gone[], candidates: Candidate[], associations: Record<string, string> = {}) {
  return proposeSuccessors(gone, candidates, (key) => associations[key]).map(({ newKey, kind, reason }) => [newKey, kind, reason.code]);
}

describe('who could follow a municipality that is gone', () => {
  it('is the new one of its name in its county: it has another key now', () => {
    const candidates = [arriving('07232503', 'Obergeckler'), arriving('07233001', 'Obergeckler')];
    expect(propose([municipality('07232096', 'Obergeckler')], candidates)).toEqual([
      ['DE:07232503', 'renumbered', 'same-name-same-county'],
    ]);
  });

  it('is the only new one of its name in its state: it is a county of its own now', () => {
    const hanau = arriving('06415000', 'Hanau', { types: ['municipality', 'independent_city', 'town'] });
    expect(propose([municipality('06435014', 'Hanau')], [hanau])).toEqual([['DE:06415000', 'kind_changed', 'same-name-same-state']]);
    const elsewhere = { ...hanau, key: 'DE:05415000', territory: 'DE-05415000' };
    expect(propose([municipality('06435014', 'Hanau')], [elsewhere])).toEqual([[null, 'ended', 'no-successor-found']]);
  });

  it('is nobody where several have its name', () => {
    const candidates = [arriving('06415000', 'Neustadt'), arriving('06416001', 'Neustadt')];
    expect(propose([municipality('06435014', 'Neustadt')], candidates)).toEqual([[null, 'ended', 'no-successor-found']]);
  });

  it('is the new one in whose name its own stands as a whole', () => {
    const gone = [
      municipality('16076004', 'Berga/Elster'),
      municipality('16076084', 'Wünschendorf/Elster'),
      municipality('16076001', 'Bergaden'),
    ];
    expect(propose(gone, [arriving('16076094', 'Berga-Wünschendorf')])).toEqual([
      ['DE:16076094', 'merged', 'part-of-name'],
      ['DE:16076094', 'merged', 'part-of-name'],
      [null, 'ended', 'no-successor-found'],
    ]);
  });

  it('is the new one that a neighbour of its association has become part of; then both were merged', () => {
    const inAssociation = { parentKey: ASSOCIATION };
    const gone = [
      municipality('07232089', 'Niedergeckler', inAssociation),
      municipality('07232096', 'Obergeckler', inAssociation),
      municipality('07232001', 'Affler', { parentKey: 'DE:072325001' }),
      municipality('07232002', 'Alsdorf'),
    ];
    expect(propose(gone, [arriving('07232503', 'Obergeckler', inAssociation)])).toEqual([
      ['DE:07232503', 'merged', 'association-of-neighbour'],
      ['DE:07232503', 'merged', 'same-name-same-county'],
      [null, 'ended', 'no-successor-found'],
      [null, 'ended', 'no-successor-found'],
    ]);
  });

  it('is the one that stays and gives its association its name', () => {
    const gone = [municipality('16077003', 'Dobitschen', { parentKey: 'DE:160775052' })];
    const associations = { 'DE:160775052': 'Erfüllende Gemeinde Schmölln' };
    const proposed = [['DE:16077043', 'merged', 'named-by-association']];
    expect(propose(gone, [staying('16077043', 'Schmölln'), staying('16071043', 'Schmölln')], associations)).toEqual(proposed);
    expect(propose(gone, [staying('16077044', 'Altenburg')], associations)).toEqual([[null, 'ended', 'no-successor-found']]);
  });

  it('is never one that was there already and has its name by chance, nor one of another kind', () => {
    const gone = [municipality('07232096', 'Obergeckler')];
    const association = arriving('07232503', 'Obergeckler', { types: ['municipal_association'] });
    expect(propose(gone, [staying('07232503', 'Obergeckler'), association])).toEqual([[null, 'ended', 'no-successor-found']]);
  });
});
