import type { CallNews } from './call-news.js';
import { type NewsChannel, PUBLISHER } from './news-channel.js';
import { element, textElement, type Xml, xmlDocument } from './xml.js';

const instant = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'millisecond' });

/** RFC 4287. Entries keep their id, the call's UUID; `updated` changes with what readers see and with nothing else. */
export function writeAtom(channel: NewsChannel): string {
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': channel.language },
      textElement('id', channel.id),
      textElement('title', channel.title),
      textElement('updated', instant(channel.updatedAt)),
      element('author', {}, textElement('name', PUBLISHER)),
      textElement('generator', PUBLISHER),
      element('link', { rel: 'self', type: 'application/atom+xml', href: channel.self }),
      element('link', { rel: 'alternate', type: 'text/html', hreflang: channel.language, href: channel.page }),
      ...channel.news.map((news) => entry(news)),
    ),
  );
}

function entry(news: CallNews): Xml {
  return element(
    'entry',
    {},
    textElement('id', `urn:uuid:${news.id}`),
    textElement('title', news.title),
    textElement('published', instant(news.publishedAt)),
    textElement('updated', instant(news.changedAt)),
    ...news.authors.map(({ name, url }) =>
      element('author', {}, textElement('name', name), url === undefined ? undefined : textElement('uri', url)),
    ),
    element('link', { rel: 'alternate', type: 'text/html', href: news.url }),
    ...news.categories.map((topic) => element('category', { term: topic })),
    textElement('summary', news.summary, { type: 'text' }),
  );
}
