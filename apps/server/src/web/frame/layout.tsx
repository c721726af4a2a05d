import type { ComponentChildren, VNode } from 'preact';
import { Breadcrumb, type Crumb } from '../pieces/breadcrumb.js';
import { inText } from '../pieces/day.js';
import { type Texts, texts } from '../texts/texts.js';
import { Banners } from './banners.js';
import type { Frame, Place } from './frame.model.js';
import { Header } from './header.js';
import { inLanguage, paths } from './paths.js';

export interface PageProps {
  frame: Frame;
  title: string;
  /** Entry of the navigation that is marked. */
  place?: Place;
  breadcrumb?: readonly Crumb[];
  /** The page shows a form that came back: its title begins with "Fehler:". */
  hasErrors?: boolean;
  /** JSON-LD for search engines. */
  structured?: object;
  children: ComponentChildren;
}

/** No text in it can end the script: "<" is written as an escape. Data is no script, so the content security policy lets it stand. */
function Structured({ data }: { data: object }): VNode {
  const json = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

function Head({ frame, t, title, structured }: { frame: Frame; t: Texts; title: string; structured?: object }): VNode {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{`${title} – ${t.frame.product}`}</title>
      <link rel="alternate" type="application/atom+xml" title={t.frame.news} href={`/feeds/open-calls.atom?lang=${t.locale}`} />
      <link rel="alternate" type="application/rss+xml" title={`${t.frame.news} (RSS)`} href={`/feeds/open-calls.rss?lang=${t.locale}`} />
      <link rel="search" type="application/opensearchdescription+xml" title={t.frame.product} href={paths.openSearch} />
      <link rel="icon" href="/assets/favicon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href="/assets/kern/fonts/fira-sans.css" />
      <link rel="stylesheet" href="/assets/kern/kern.min.css" />
      <link rel="stylesheet" href="/assets/foerdertakt.css" />
      <script src="/assets/foerdertakt.js" defer integrity={frame.scriptIntegrity} />
      {structured && <Structured data={structured} />}
    </head>
  );
}

function Footer({ frame, t }: { frame: Frame; t: Texts }): VNode {
  const other = t.locale === 'de' ? 'en' : 'de';
  const { register } = frame;
  return (
    <footer class="ft-footer">
      <div class="ft-wrap">
        <ul aria-label={t.frame.footer}>
          <li>
            <a href={paths.interface}>{t.frame.interface}</a>
          </li>
          <li>
            <a href={paths.openData}>{t.openData.title}</a>
          </li>
          <li>
            <a href={inLanguage(frame.path, other)} lang={other} hreflang={other}>
              {t.frame.otherLanguage}
            </a>
          </li>
        </ul>
        {register && (
          <div>
            <p>{t.frame.register(inText(t, register.territoryAsOf))}</p>
            <p>{register.populationAsOf ? t.frame.population(inText(t, register.populationAsOf), register.source) : register.source}</p>
          </div>
        )}
      </div>
    </footer>
  );
}

/** Every page: skip link, strip, header, navigation, content, footer. Works without a script; has no inline style or script. */
export function Page({ frame, title, place, breadcrumb, hasErrors, structured, children }: PageProps): VNode {
  const t = texts(frame.locale);
  return (
    <html lang={frame.locale}>
      <Head frame={frame} t={t} title={hasErrors ? `${t.frame.error}: ${title}` : title} structured={structured} />
      <body data-copy={t.frame.copy} data-copied={t.frame.copied} data-print={t.frame.print}>
        <a class="ft-skip" href="#inhalt">
          {t.frame.skip}
        </a>
        <Header frame={frame} t={t} place={place} />
        <Banners frame={frame} t={t} />
        <main class="ft-wrap ft-page" id="inhalt" tabIndex={-1}>
          {breadcrumb && <Breadcrumb t={t} crumbs={breadcrumb} />}
          {children}
        </main>
        <Footer frame={frame} t={t} />
      </body>
    </html>
  );
}
