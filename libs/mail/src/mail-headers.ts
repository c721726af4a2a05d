import { MailRejected } from './mailer.js';
import type { Message } from './message.js';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (number: number) => String(number).padStart(2, '0');

/** "Fri, 27 Jun 2014 05:00:00 +0000" (RFC 5322 3.3). */
export function headerDate(instant: Temporal.Instant): string {
  const at = instant.toZonedDateTimeISO('UTC');
  const day = `${DAYS[at.dayOfWeek - 1]}, ${two(at.day)} ${MONTHS[at.month - 1]} ${String(at.year).padStart(4, '0')}`;
  return `${day} ${two(at.hour)}:${two(at.minute)}:${two(at.second)} +0000`;
}

/**
 * What tells programs that no person wrote this: nobody's absence notice answers it (RFC 3834; X-Auto-Response-Suppress for Exchange),
 * and the reader's program offers to stop it with one click (RFC 2369, RFC 8058).
 */
export function automatedHeaders(message: Message): Record<string, string> {
  return {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'Content-Language': message.language,
    ...(message.listId === undefined ? {} : { 'List-Id': `<${listName(message.listId)}>` }),
    ...(message.unsubscribeUrl === undefined ? {} : unsubscribing(message.unsubscribeUrl)),
  };
}

function listName(text: string): string {
  if (!/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(text)) throw new MailRejected({ permanent: true, reason: 'invalid-list-id' });
  return text;
}

function unsubscribing(text: string): Record<string, string> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.href.length > 900)
    throw new MailRejected({ permanent: true, reason: 'invalid-unsubscribe-url' });
  return { 'List-Unsubscribe': `<${url.href}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
