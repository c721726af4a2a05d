import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locale } from '@app/kernel/locale.js';
import { SmtpMailer } from '@app/mail/smtp-mailer.js';
import { SmtpSink } from '@app/mail/smtp-sink.fixture.js';
import { composeLetter, type Reminded } from '@app/reminders/letters/compose-letter.js';
import { letterHtml } from '@app/reminders/letters/letter-html.js';
import { letterLinks } from '@app/reminders/letters/letter-links.js';
import type { LetterModel } from '@app/reminders/letters/letter-model.js';
import { letterSubject } from '@app/reminders/letters/letter-subject.js';
import { letterText } from '@app/reminders/letters/letter-text.js';
import { dueren, kreisDueren, modellkommune, reminded, smartCities, wachau } from './sample-calls.js';

const PERSON = '01900000-0000-7000-8000-0000000000aa';
const MORNING = '2014-06-27T05:00:00Z';
const links = letterLinks('https://foerdertakt.example', 'the-secret-of-the-installation', PERSON);

const ofModellkommune = reminded(modellkommune, dueren, '2014-07-25', MORNING);
const oneCall = { reminders: [ofModellkommune], at: '2014-06-27T05:00:04Z', next: '2014-07-11' };
const LETTERS: Record<string, { reminders: Reminded[]; at: string; next?: string }> = {
  'one-call': oneCall,
  'three-calls': {
    reminders: [
      ofModellkommune,
      reminded(smartCities, kreisDueren, '2014-07-26', MORNING),
      reminded(smartCities, dueren, '2014-07-26', MORNING),
      reminded(wachau, dueren, '2014-07-04', MORNING),
    ],
    at: '2014-06-27T05:00:04Z',
    next: '2014-07-03',
  },
  'one-call-late': { reminders: [ofModellkommune], at: '2014-06-29T09:12:00Z' },
  'last-day': { reminders: [reminded(modellkommune, dueren, '2014-07-25', '2014-07-25T05:00:00Z')], at: '2014-07-25T05:00:04Z' },
};

function letterOf(name: string, language: Locale): LetterModel {
  const { reminders, at, next } = LETTERS[name]!;
  const frame = { person: { name: 'Jana Müller', language }, links, ...(next && { nextReminder: Temporal.PlainDate.from(next) }) };
  return composeLetter(reminders, frame, Temporal.Instant.from(at));
}

/** UPDATE_GOLDEN=1 writes the files anew; what changed is then read in the diff. */
function expectGolden(file: string, content: string): void {
  const path = fileURLToPath(new URL(file, import.meta.url));
  if (process.env.UPDATE_GOLDEN) writeFileSync(path, content);
  expect(content).toBe(readFileSync(path, 'utf8'));
}

const cases = Object.keys(LETTERS).flatMap((name) => (['de', 'en'] as const).map((locale) => [name, locale] as const));

describe('letters', () => {
  it.each(cases)('%s in %s is the same, byte for byte', (name, locale) => {
    const model = letterOf(name, locale);
    expectGolden(`${name}.${locale}.txt`, `Subject: ${letterSubject(model)}\n\n${letterText(model)}`);
    expectGolden(`${name}.${locale}.html`, letterHtml(model));
  });

  it.each([
    ['one-call', 'de', 'Noch 28 Tage: Modellkommune E-Government, 2. Runde (bis 25. Juli 2014)'],
    ['one-call', 'en', '28 days left: Model municipality e-government, round 2 (until 25 July 2014)'],
    ['one-call-late', 'de', 'Noch 26 Tage: Modellkommune E-Government, 2. Runde (bis 25. Juli 2014)'],
    ['last-day', 'de', 'Heute letzter Tag: Modellkommune E-Government, 2. Runde (bis 25. Juli 2014)'],
    ['three-calls', 'de', '3 Fristen für Düren und Kreis Düren, die nächste am 4. Juli 2014'],
  ] as const)('%s in %s has the subject “%s”', (name, locale, subject) => {
    expect(letterSubject(letterOf(name, locale))).toBe(subject);
  });

  it('cuts only the title of a subject that is too long', () => {
    const model = letterOf('one-call', 'de');
    const subject = letterSubject({ ...model, items: [{ ...model.items[0]!, title: 'Bundesprogramm '.repeat(9) }] });
    expect(subject).toMatch(/^Noch 28 Tage: Bundesprogramm .*… \(bis 25\. Juli 2014\)$/);
    expect([...subject].length).toBeLessThanOrEqual(78);
  });

  it('writes as people write, with weekday, days left, the reason with its figure and source, amounts and partners', () => {
    const german = letterText(letterOf('one-call', 'de'));
    for (const words of [
      'Freitag, 25. Juli 2014, noch 28 Tage',
      '93.207',
      '300.000',
      'fünfmal 60.000 Euro',
      'Stand 31.12.2022, © Statistisches Bundesamt',
    ])
      expect(german.toLowerCase()).toContain(words.toLowerCase());
    const english = letterText(letterOf('one-call', 'en'));
    for (const words of ['Friday, 25 July 2014, 28 days left', 'five times EUR 60,000', '93,207'])
      expect(english.toLowerCase()).toContain(words.toLowerCase());
  });

  it('says so when it is late', () => {
    expect(letterText(letterOf('one-call-late', 'de'))).toContain('Diese Erinnerung kommt verspätet, sie war am 27. Juni 2014 fällig.');
    expect(letterText(letterOf('one-call', 'de'))).not.toContain('verspätet');
  });

  it('escapes what editors wrote and loads nothing from elsewhere', () => {
    const html = letterHtml(letterOf('three-calls', 'de'));
    expect(html).toContain('Bibliotheken &amp; &lt;Lesesäle&gt;');
    expect(html).not.toMatch(/<(img|script|link|iframe)|url\(|@import|src=/i);
    expect([...html.matchAll(/href="([^"]*)"/g)].every(([, href]) => href!.startsWith('https://foerdertakt.example/'))).toBe(true);
  });

  it('keeps every line of the text within 78 characters, addresses excepted', () => {
    for (const [name, locale] of cases) {
      const long = letterText(letterOf(name, locale))
        .split('\n')
        .filter((line) => line.length > 78 && !line.includes('https://'));
      expect(long).toEqual([]);
    }
  });

  it('arrives as it was written', async () => {
    const sink = await SmtpSink.start();
    const mailer = new SmtpMailer({ url: sink.url });
    const model = letterOf('one-call', 'de');
    const text = letterText(model);
    await mailer.send({
      id: '0198c0de-0000-7000-8000-000000000001@foerdertakt.example',
      from: { name: 'Fördertakt', address: 'noreply@foerdertakt.example' },
      to: { name: 'Jana Müller', address: 'jana.mueller@gemeinde.example' },
      subject: letterSubject(model),
      text,
      html: letterHtml(model),
      language: 'de',
      listId: 'reminders.foerdertakt.example',
      unsubscribeUrl: model.stopUrl,
      date: Temporal.Instant.from('2014-06-27T05:00:04Z'),
    });
    mailer.close();
    await sink.stop();
    const { parsed } = sink.mails[0]!;
    expect(parsed.subject).toBe(letterSubject(model));
    expect(parsed.text).toBe(text);
    expect(parsed.html).toBe(letterHtml(model));
    expect(parsed.headers.get('list')).toMatchObject({ unsubscribe: { url: model.stopUrl } });
  });
});
