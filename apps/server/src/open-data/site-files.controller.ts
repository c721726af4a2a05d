import { element, textElement, xmlDocument } from '@app/calendar/xml.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Allow } from '../edge/access/allow.decorator.js';
import { pageLocale } from '../edge/request-locale.js';
import { Settings } from '../edge/settings.js';
import { paths } from '../web/frame/paths.js';
import { texts } from '../web/texts/texts.js';
import { sitemap } from './sitemap.js';

/** What search engines need not read: nothing there is a page for everybody. */
const NOT_FOR_ROBOTS = [
  '/api/',
  '/editor',
  '/operation',
  '/authority',
  '/calendar',
  '/reminders',
  '/sign-in',
  '/active-authority',
  '/searches',
];

/** What browsers and search engines look for at the root of a site. */
@ApiExcludeController()
@Controller()
@Allow('everyone')
export class SiteFilesController {
  constructor(
    private readonly index: MatchingIndex,
    private readonly settings: Settings,
  ) {}

  /** A demonstration asks to be left out: its calls are examples. */
  @Get('robots.txt')
  robots(@Res() response: Response): void {
    const refused = this.settings.demonstration ? ['/'] : NOT_FOR_ROBOTS;
    const lines = ['User-agent: *', ...refused.map((path) => `Disallow: ${path}`), '', `Sitemap: ${this.settings.baseUrl}/sitemap.xml`, ''];
    response.type('text/plain').send(lines.join('\n'));
  }

  @Get('sitemap.xml')
  async sitemap(@Res() response: Response): Promise<void> {
    const { calls } = await this.index.current();
    response.type('application/xml').send(sitemap([...calls.all()], this.settings.baseUrl));
  }

  /** Lets a browser search the calls from its address bar (OpenSearch 1.1). */
  @Get('opensearch.xml')
  openSearch(@Req() request: Request, @Res() response: Response): void {
    const t = texts(pageLocale(request));
    const { baseUrl } = this.settings;
    const root = element(
      'OpenSearchDescription',
      { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
      textElement('ShortName', t.frame.product),
      textElement('Description', t.openData.search),
      textElement('Language', t.locale),
      textElement('InputEncoding', 'UTF-8'),
      textElement('Image', `${baseUrl}/assets/favicon.svg`, { type: 'image/svg+xml' }),
      element('Url', { type: 'text/html', method: 'get', template: `${baseUrl}${paths.calls}?query={searchTerms}` }),
      element('Url', { type: 'application/opensearchdescription+xml', rel: 'self', template: `${baseUrl}${paths.openSearch}` }),
    );
    response.type('application/opensearchdescription+xml').vary('Accept-Language').vary('Cookie').send(xmlDocument(root));
  }
}
