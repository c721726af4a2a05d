import type { CallNews } from './call-news.js';
import type { NewsChannel } from './news-channel.js';
import { element, escapeXml, textElement, type Xml, xmlDocument } from './xml.js';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** RFC 822 with a year of four digits, as RSS 2.0 asks: "Thu, 12 Jun 2014 07:00:00 GMT". */
export function mailDate(at: Temporal.Instant): string {
  const { dayOfWeek, day, month, year, hour, minute, second } = at.toZonedDateTimeISO('UTC');
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = `${two(day)} ${MONTHS[month - 1]} ${String(year).padStart(4, '0')}`;
  return `${WEEKDAYS[dayOfWeek - 1]}, ${date} ${two(hour)}:${two(minute)}:${two(second)} GMT`;
}

/** RSS 2.0, for readers that know no Atom. `pubDate` is the last change, so that a change comes up again. */
export function writeRss(channel: NewsChannel): string {
  const namespaces = { version: '2.0', 'xmlns:atom': 'http://www.w3.org/2005/Atom', 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' };
  const about = [
    textElement('title', channel.title),
    textElement('link', channel.page),
    textElement('description', channel.title),
    textElement('language', channel.language),
    textElement('lastBuildDate', mailDate(channel.updatedAt)),
    element('atom:link', { rel: 'self', type: 'application/rss+xml', href: channel.self }),
  ];
  return xmlDocument(element('rss', namespaces, element('channel', {}, ...about, ...channel.news.map((news) => item(news)))));
}

function item(news: CallNews): Xml {
  return element(
    'item',
    {},
    textElement('title', news.title),
    textElement('link', news.url),
    textElement('guid', `urn:uuid:${news.id}`, { isPermaLink: 'false' }),
    textElement('pubDate', mailDate(news.changedAt)),
    ...news.authors.map(({ name }) => textElement('dc:creator', name)),
    ...news.categories.map((topic) => textElement('category', topic)),
    textElement('description', descriptionOf(news)),
  );
}

/** Readers take a description for HTML, so the text is escaped as HTML first, and once more as XML. */
function descriptionOf(news: CallNews): string {
  return news.summary
    .split('\n')
    .map((line) => escapeXml(line))
    .join('<br>');
}
