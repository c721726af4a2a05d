import type { Locale } from '@app/kernel/locale.js';
import type { MailAddress } from '@app/mail/address.js';
import { DEFAULT_LIMITS, type LetterLimits } from './letter-limits.js';

export interface RemindersOptions {
  /** What links in letters begin with. */
  readonly baseUrl: string;
  /** MAIL_FROM: "Name <address>" or an address. */
  readonly mailFrom: string;
  /** Absent: DEFAULT_LIMITS. */
  readonly limits?: LetterLimits;
  /** Who is told when letters do not get out. */
  readonly operator?: Operator | undefined;
}

export interface Operator {
  readonly email: string;
  readonly language: Locale;
}

/** What letters need to know of the installation's surroundings. */
export class RemindersSettings {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly sender: MailAddress;
  readonly limits: LetterLimits;
  readonly operator: Operator | undefined;

  constructor({ baseUrl, mailFrom, limits = DEFAULT_LIMITS, operator }: RemindersOptions) {
    this.limits = limits;
    this.operator = operator;
    this.baseUrl = baseUrl.replace(/\/+$/, '');
    this.sender = senderOf(mailFrom);
  }
}

function senderOf(text: string): MailAddress {
  const [, name, address] = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(text) ?? [];
  if (address === undefined) return { name: 'Fördertakt', address: text.trim() };
  return { name: name!.replace(/^"(.*)"$/, '$1') || 'Fördertakt', address: address.trim() };
}

/** Of the letter for ever, without its brackets: a second copy of it can be known by that. */
export function messageId(letterId: string, domain: string): string {
  return `${letterId}@${domain}`;
}
