import { LOCALES } from '@app/kernel/locale.js';
import { render } from './frame/render.js';
import { samplePages } from './samples/sample-pages.js';

const pages = LOCALES.flatMap((locale) =>
  Object.entries(samplePages(locale)).map(([name, page]) => ({ locale, name, html: render(page) })),
);
const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)];
const ids = (html: string) => all(html, /\sid="([^"]*)"/g).map(([, id]) => id!);
const tags = (html: string, names: string) => all(html, new RegExp(`<(?:${names})\\b[^>]*>`, 'g')).map(([tag]) => tag);
const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

describe.each(pages)('the page $name in $locale', ({ html, locale, name }) => {
  it('is a whole document in its language', () => {
    expect(html.startsWith(`<!doctype html>\n<html lang="${locale}">`)).toBe(true);
    expect(html).toMatch(/<title>[^<]+ – Fördertakt<\/title>/);
    expect(html).not.toMatch(/undefined|\[object|NaN|Invalid/);
  });

  it('has one h1 and skips no level of headings', () => {
    const levels = all(html, /<h([1-6])\b/g).map(([, level]) => Number(level));
    const main = levels.slice(levels.indexOf(1));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(main.filter((level, at) => at > 0 && level > main[at - 1]! + 1)).toEqual([]);
  });

  it('shows what was entered as text, never as markup', () => {
    expect(html).not.toContain('<script>');
  });

  it('has no inline style, script or handler, as the content security policy demands', () => {
    expect(tags(html, '[a-z]+').filter((tag) => /\s(style|on[a-z]+)="/.test(tag))).toEqual([]);
    const scripts = tags(html, 'script').filter((tag) => attribute(tag, 'type') !== 'application/ld+json');
    expect(scripts.map((tag) => attribute(tag, 'src'))).toEqual(['/assets/foerdertakt.js']);
  });

  it('labels every field', () => {
    const labelled = tags(html, 'label').map((tag) => attribute(tag, 'for'));
    const fields = tags(html, 'input|select|textarea').filter((tag) => attribute(tag, 'type') !== 'hidden');
    expect(fields.filter((tag) => !labelled.includes(attribute(tag, 'id')))).toEqual([]);
  });

  it('uses no id twice, and each reference leads somewhere', () => {
    const known = ids(html);
    const referred = all(html, /\saria-(?:describedby|labelledby)="([^"]*)"/g).flatMap(([, list]) => list!.split(' '));
    const anchors = all(html, /\shref="#([^"]*)"/g).map(([, id]) => id!);
    expect(known.filter((id, at) => known.indexOf(id) !== at)).toEqual([]);
    expect(referred.filter((id) => !known.includes(id))).toEqual([]);
    expect(anchors.filter((id) => !known.includes(id) && !id.startsWith('outcome-'))).toEqual([]);
  });

  it('posts with a token only', () => {
    const forms = all(html, /<form\b[^>]*method="post"[^>]*>(.*?)<\/form>/gs).map(([, body]) => body!);
    expect(forms.filter((body) => !body.includes('name="_csrf" value="csrf-token"'))).toEqual([]);
  });

  it('says in its title when something entered is wrong', () => {
    const isWrong = html.includes('class="ft-errors"') || html.includes('aria-invalid="true"');
    if (isWrong) expect(html).toMatch(locale === 'de' ? /<title>Fehler: / : /<title>Error: /);
    expect(isWrong).toBe(/-errors$|call-form$|call-form-nested|program-form|call-desk|search-error|review$/.test(name));
  });
});

describe('the frame', () => {
  const html = (name: string, locale: 'de' | 'en' = 'de') => pages.find((page) => page.name === name && page.locale === locale)!.html;
  const navigation = (page: string) => all(page, /class="ft-nav__link"[^>]*>([^<]+)</g).map(([, label]) => label);

  it('gives each role its places', () => {
    expect(navigation(html('calls-none'))).toEqual(['Aufrufe']);
    expect(navigation(html('start'))).toEqual(['Start', 'Aufrufe', 'Merkliste', 'Kommune', 'Kalender', 'Erinnerungen']);
    expect(navigation(html('editor'))).toEqual(['Aufrufe', 'Redaktion']);
  });

  it('switches the language and keeps the query', () => {
    expect(html('start')).toContain('href="/calls?query=a&amp;lang=en"');
    expect(html('start', 'en')).toContain('href="/calls?query=a&amp;lang=de"');
  });

  it('says which day a set clock shows, and where the figures come from', () => {
    expect(html('start')).toContain('Heute ist Freitag, 27.\u00a0Juni 2014.');
    expect(html('start')).toContain('Stand 31.\u00a0Dezember 2022, © Statistisches Bundesamt (Destatis)');
  });
});

describe('a call', () => {
  const html = (name: string) => pages.find((page) => page.name === name && page.locale === 'de')!.html;

  it('says until when, for whom, how much and why', () => {
    expect(html('call')).toContain('noch\u00a028\u00a0Tage, der ganze Tag zählt');
    expect(html('call')).toContain('fünfmal 60.000\u00a0€');
    expect(html('call')).toContain('11.044 von 12.272 passen');
    expect(html('call')).toContain('Das schadet nicht, Weg\u00a01 genügt.');
    expect(html('call')).toContain('Es gilt der Text des Fördergebers.');
  });

  it('shows the rule without verdicts to somebody without an authority', () => {
    expect(html('call-public')).toContain('höchstens 300.000\u00a0Einwohner');
    expect(html('call-public')).not.toContain('ft-verdict');
  });

  it('offers editing and withdrawing to editors alone', () => {
    expect(html('call-desk')).toContain('action="/editor/calls/0198/withdrawal"');
    expect(html('call')).not.toContain('/editor/');
    expect(html('call-withdrawn')).not.toContain('/withdrawal"');
  });
});
