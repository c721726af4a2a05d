import { fromProgram, readProgramForm, toProgramCommand } from './program-form.js';

describe('the form of a programme', () => {
  it('becomes the body of POST /programs', () => {
    const body = {
      'title.de': ' Modellkommune ',
      topics: 'Digitalisierung, ',
      fundingLevel: 'federal',
      'partners.0.name': 'BMI',
      'partners.0.role': 'funder',
      'partners.3.name': '',
      'partners.3.role': 'partner',
    };
    expect(toProgramCommand(readProgramForm(body))).toEqual({
      command: {
        title: { de: 'Modellkommune' },
        topics: ['Digitalisierung'],
        fundingLevel: 'federal',
        partners: [{ name: 'BMI', role: 'funder' }],
      },
    });
  });

  it('needs a name, and addresses that are some', () => {
    expect(toProgramCommand(readProgramForm({ guidelineUrl: 'bmi' }))).toEqual({
      faults: { 'title.de': { code: 'title-required', text: '' }, guidelineUrl: { code: 'not-a-url', text: 'bmi' } },
    });
  });

  it('shows what is stored', () => {
    const program = {
      title: { de: 'Pilot' },
      summary: { de: 'Kurz' },
      partners: [],
      topics: ['a', 'b'],
      guidelineUrl: 'https://x.example/',
    };
    expect(toProgramCommand(fromProgram({ version: 2, ...program }))).toEqual({ command: program });
  });
});
