import type { PageRequest } from '@app/kernel/page.js';
import { Text, Whole } from '../validation/fields.js';

/** `?limit=&cursor=` of every list; the queries of lists with filters extend it. */
export class PageQuery implements PageRequest {
  @Whole({ min: 1, max: 500, optional: true, description: 'Entries of a page, by default 50' }) limit: number = 50;
  @Text({ max: 2000, optional: true, description: '`next` of the page before' }) cursor?: string;
}
