import { composeLetter } from '@app/reminders/letters/compose-letter.js';
import { letterHtml } from '@app/reminders/letters/letter-html.js';
import { letterLinks } from '@app/reminders/letters/letter-links.js';
import { letterSubject } from '@app/reminders/letters/letter-subject.js';
import { letterText } from '@app/reminders/letters/letter-text.js';
import { REMINDERS, reminderLetter } from './sample-letters.js';

const cases = Object.keys(REMINDERS).flatMap((name) => (['de', 'en'] as const).map((locale) => [name, locale] as const));

describe('letters of reminders', () => {
  it.each([
    ['one-call', 'de', 'Noch 28 Tage: Modellkommune E-Government, 2. Runde (bis 25. Juli 2014)'],
    ['one-call', 'en', '28 days left: Model municipality e-government, round 2 (until 25 July 2014)'],
    ['one-call-late', 'de', 'Noch 26 Tage: Modellkommune E-Government, 2. Runde (bis 25. Juli 2014)'],
    ['last-day', 'de', 'Heute letzter Tag: Modellkommune E-Government, 2. Runde (bis 25. Juli 2014)'],
    ['three-calls', 'de', '3 Fristen für Düren und Kreis Düren, die nächste am 4. Juli 2014'],
  ] as const)('%s in %s has the subject “%s”', (name, locale, subject) => {
    expect(letterSubject(reminderLetter(name, locale))).toBe(subject);
  });

  it('cuts only the title of a subject that is too long', () => {
    const model = reminderLetter('one-call', 'de');
    const subject = letterSubject({ ...model, items: [{ ...model.items[0]!, title: 'Bundesprogramm '.repeat(9) }] });
    expect(subject).toMatch(/^Noch 28 Tage: Bundesprogramm .*… \(bis 25\. Juli 2014\)$/);
    expect([...subject].length).toBeLessThanOrEqual(78);
  });

  it('writes as people write, with weekday, days left, the reason with its figure and source, amounts and partners', () => {
    const german = letterText(reminderLetter('one-call', 'de'));
    for (const words of [
      'Freitag, 25. Juli 2014, noch 28 Tage',
      '93.207',
      '300.000',
      'fünfmal 60.000 Euro',
      'Stand 31.12.2022, © Statistisches Bundesamt',
    ])
      expect(german.toLowerCase()).toContain(words.toLowerCase());
    const english = letterText(reminderLetter('one-call', 'en'));
    for (const words of ['Friday, 25 July 2014, 28 days left', 'five times EUR 60,000', '93,207'])
      expect(english.toLowerCase()).toContain(words.toLowerCase());
  });

  it('says so when it is late', () => {
    expect(letterText(reminderLetter('one-call-late', 'de'))).toContain(
      'Diese Erinnerung kommt verspätet, sie war am 27. Juni 2014 fällig.',
    );
    expect(letterText(reminderLetter('one-call', 'de'))).not.toContain('verspätet');
  });

  it('calls a set of territories by its title where a deadline counts for some only', () => {
    const [told] = REMINDERS['one-call']!.reminders;
    const deadline = { ...told!.deadline, appliesTo: { territory: { in: ['named:coal'] } } };
    const named = { entries: () => ['DE-05'], title: () => ({ de: 'Kohleregionen', en: 'Coal regions' }) };
    const frame = {
      person: { name: 'Jana', language: 'de' as const },
      links: letterLinks('https://foerdertakt.example', 'secret', 'person'),
    };
    const text = letterText(composeLetter([{ ...told!, deadline, named }], frame, Temporal.Instant.from('2014-06-27T05:00:04Z')));
    expect(text).toContain('Kohleregionen');
    expect(text).not.toContain('named:');
  });

  it('escapes what editors wrote and loads nothing from elsewhere', () => {
    const html = letterHtml(reminderLetter('three-calls', 'de'));
    expect(html).toContain('Bibliotheken &amp; &lt;Lesesäle&gt;');
    expect(html).not.toMatch(/<(img|script|link|iframe)|url\(|@import|src=/i);
    expect([...html.matchAll(/href="([^"]*)"/g)].every(([, href]) => href!.startsWith('https://foerdertakt.example/'))).toBe(true);
  });

  it('keeps every line of the text within 78 characters, addresses excepted', () => {
    for (const [name, locale] of cases) {
      const long = letterText(reminderLetter(name, locale))
        .split('\n')
        .filter((line) => line.length > 78 && !line.includes('https://'));
      expect(long).toEqual([]);
    }
  });
});
