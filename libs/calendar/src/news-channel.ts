import type { Locale } from '@app/kernel/locale.js';
import type { CallNews } from './call-news.js';

/** News of calls with what surrounds them: Atom and RSS write the same channel. */
export interface NewsChannel {
  /** A tag URI (RFC 4151): the same for the same filters and language, whatever the address becomes. */
  readonly id: string;
  readonly title: string;
  readonly language: Locale;
  /** Where the channel itself is. */
  readonly self: string;
  /** The page that shows the same to people. */
  readonly page: string;
  /** Of the newest change; of an empty channel when the installation has seen nothing change, so the beginning of time. */
  readonly updatedAt: Temporal.Instant;
  readonly news: readonly CallNews[];
}

export const PUBLISHER = 'Fördertakt';
