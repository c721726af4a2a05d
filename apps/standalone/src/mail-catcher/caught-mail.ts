import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';

/** A mail as lists show it. */
export interface CaughtMail {
  readonly id: number;
  /** Addresses without names; several are separated by ", ". */
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  /** The mail's own Date header as an ISO 8601 instant, not when it was caught: under `--now` the two are years apart. Null without one. */
  readonly date: string | null;
  /** Without its brackets. */
  readonly messageId: string;
}

/** A mail with what is in it. */
export interface CaughtMailContent extends CaughtMail {
  readonly text: string;
  /** Empty when the mail has no HTML part. */
  readonly html: string;
  /** By name in small letters, as sent, in one line each; of several with one name all, a line each. */
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly string[];
}

/** Reads the headers alone, which is enough for a list. */
export async function readSummary(id: number, bytes: Buffer): Promise<CaughtMail> {
  const end = bytes.indexOf('\r\n\r\n');
  return summaryOf(id, await simpleParser(end < 0 ? bytes : bytes.subarray(0, end + 4)));
}

export async function readContent(id: number, bytes: Buffer): Promise<CaughtMailContent> {
  const mail = await simpleParser(bytes, { skipTextToHtml: true, skipHtmlToText: true, skipImageLinks: true });
  return {
    ...summaryOf(id, mail),
    text: mail.text ?? '',
    html: mail.html === false ? '' : (mail.html ?? ''),
    headers: headersOf(mail),
    attachments: mail.attachments.map(({ filename }) => filename ?? ''),
  };
}

function summaryOf(id: number, mail: ParsedMail): CaughtMail {
  return {
    id,
    to: addressesOf(mail.to),
    from: addressesOf(mail.from),
    subject: mail.subject ?? '',
    date: mail.date === undefined || Number.isNaN(mail.date.getTime()) ? null : mail.date.toISOString(),
    messageId: (mail.messageId ?? '').replace(/^<|>$/g, ''),
  };
}

function addressesOf(field: AddressObject | AddressObject[] | undefined): string {
  return [field ?? []]
    .flat()
    .flatMap(({ value }) => value.map(({ address, name }) => address ?? name))
    .join(', ');
}

function headersOf(mail: ParsedMail): Record<string, string> {
  const headers = new Map<string, string>();
  for (const { key, line } of mail.headerLines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n\s+/g, ' ')
      .trim();
    headers.set(key, headers.has(key) ? `${headers.get(key)}\n${value}` : value);
  }
  return Object.fromEntries(headers);
}
