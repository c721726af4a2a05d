import type { Locale } from '@app/kernel/locale.js';
import { LOCALES } from '@app/kernel/locale.js';
import { OneOf, Text } from '../edge/validation/fields.js';

export class NewsQuery {
  @OneOf(LOCALES, { optional: true, description: 'By default German' }) lang?: Locale;
  @Text({
    max: 40,
    pattern: /^[A-Z]{2}(-[0-9A-Z]+)?$/,
    optional: true,
    description: 'A territory (`DE-05`): somebody in there could be eligible',
  })
  state?: string;
  @Text({ max: 100, optional: true }) topic?: string;
  @Text({ max: 40, optional: true, description: 'Key of an authority whose outcome is `eligible`' }) authority?: string;
}
