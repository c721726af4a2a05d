import { createHash } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import { cleanHeader, isEmailAddress, type MailAddress } from './address.js';
import { automatedHeaders, headerDate } from './mail-headers.js';
import { MailRejected } from './mailer.js';
import type { Attachment, Message } from './message.js';

/**
 * What nodemailer shall send: addresses as objects and an envelope of our own, because it reads a string as a list of recipients and a
 * line break in it as a header; no content from files or addresses. The same message gives the same bytes.
 */
export function toSmtpMessage(message: Message): SendMailOptions {
  const from = checked(message.from, 'invalid-sender');
  const to = checked(message.to, 'invalid-recipient');
  return {
    envelope: { from: from.address, to: [to.address] },
    from,
    to,
    messageId: `<${checkedId(message.id)}>`,
    date: headerDate(message.date),
    subject: cleanHeader(message.subject),
    text: message.text,
    html: message.html,
    attachments: (message.attachments ?? []).map(toAttachment),
    headers: automatedHeaders(message),
    ...sameBytes(message),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** The boundary of the parts follows from the id instead of from chance; "=_" never occurs in quoted-printable or base64. */
function sameBytes(message: Message): SendMailOptions {
  const baseBoundary = createHash('sha256').update(message.id).digest('hex').slice(0, 24);
  return { textEncoding: 'quoted-printable', boundaryPrefix: '=_ft', baseBoundary };
}

function checked({ name, address }: MailAddress, reason: string): MailAddress {
  if (!isEmailAddress(address)) throw new MailRejected({ permanent: true, isOfRecipient: reason === 'invalid-recipient', reason });
  return { name: cleanHeader(name, 100), address };
}

function checkedId(id: string): string {
  if (!isEmailAddress(id)) throw new MailRejected({ permanent: true, reason: 'invalid-message-id' });
  return id;
}

function toAttachment({ filename, contentType, content }: Attachment): NonNullable<SendMailOptions['attachments']>[number] {
  if (!/^[\w.+-]+\/[\w.+-]+(; ?[\w-]+=[\w.-]+)*$/.test(contentType))
    throw new MailRejected({ permanent: true, reason: 'invalid-attachment-type' });
  return {
    filename: cleanHeader(filename, 100).replace(/[\\/]/g, '_'),
    contentType,
    content: typeof content === 'string' ? content : Buffer.from(content),
  };
}
