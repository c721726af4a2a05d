import { dayAt } from '@app/kernel/clock.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../edge/settings.js';
import { publicExtent } from '../../open-data/public-extent.js';
import type { OpenDataModel } from './open-data.model.js';

const HOME_ZONE = 'Europe/Berlin';

/** What there is to take along, how much of it, and on which terms. */
@Injectable()
export class OpenDataPage {
  constructor(
    private readonly index: MatchingIndex,
    private readonly settings: Settings,
  ) {}

  async model(): Promise<OpenDataModel> {
    const { programs, calls, modified } = publicExtent([...(await this.index.current()).calls.all()]);
    const { baseUrl, openData } = this.settings;
    return {
      programs,
      calls,
      ...(modified && { changedOn: dayAt(modified, HOME_ZONE).toString() }),
      publisher: openData.publisher ?? new URL(baseUrl).host,
      ...(openData.license !== undefined && { license: openData.license }),
      ...(openData.contact !== undefined && { contact: openData.contact }),
      commonGrantsUrl: `${baseUrl}/common-grants/opportunities`,
    };
  }
}
