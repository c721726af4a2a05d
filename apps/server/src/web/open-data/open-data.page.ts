import { dayAt } from '@app/kernel/clock.js';
import { HOME_ZONE } from '@app/kernel/home-zone.js';
import type { Locale } from '@app/kernel/locale.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../edge/settings.js';
import { publicExtent } from '../../open-data/public-extent.js';
import { paths } from '../frame/paths.js';
import { texts } from '../texts/texts.js';
import type { OpenDataModel } from './open-data.model.js';

/** What there is to take along, how much of it, and on which terms. */
@Injectable()
export class OpenDataPage {
  constructor(
    private readonly index: MatchingIndex,
    private readonly settings: Settings,
  ) {}

  async model(locale: Locale): Promise<OpenDataModel> {
    const { programs, calls, modified } = publicExtent([...(await this.index.current()).calls.all()]);
    const { baseUrl, openData } = this.settings;
    const publisher = openData.publisher ?? new URL(baseUrl).host;
    return {
      structured: structuredData(locale, { baseUrl, publisher, license: openData.license, modified }),
      programs,
      calls,
      ...(modified && { changedOn: dayAt(modified, HOME_ZONE).toString() }),
      publisher,
      ...(openData.license !== undefined && { license: openData.license }),
      ...(openData.contact !== undefined && { contact: openData.contact }),
      commonGrantsUrl: `${baseUrl}/common-grants/opportunities`,
    };
  }
}

function structuredData(
  locale: Locale,
  { baseUrl, publisher, license, modified }: { baseUrl: string; publisher: string; license?: string; modified?: Temporal.Instant },
): object {
  const t = texts(locale);
  const download = (file: string, encodingFormat: string) => ({
    '@type': 'DataDownload',
    contentUrl: `${baseUrl}${paths.openData}/${file}`,
    encodingFormat,
  });
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    url: `${baseUrl}${paths.openData}`,
    name: t.calls.title,
    description: t.openData.lead,
    creator: { '@type': 'Organization', name: publisher },
    ...(license !== undefined && { license }),
    ...(modified && { dateModified: modified.toString() }),
    isAccessibleForFree: true,
    distribution: [download('catalogue.jsonl', 'application/jsonl'), download('calls.csv', 'text/csv')],
  };
}
