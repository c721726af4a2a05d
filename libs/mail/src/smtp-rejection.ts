import { MailRejected } from './mailer.js';

/** What nodemailer 10 puts on its errors. */
interface SmtpError extends Error {
  readonly code?: string;
  readonly originalCode?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

/**
 * Permanent is only what concerns this recipient or this message: 5xx to RCPT TO or DATA. A refused sign-in,
 * sender or greeting is the operator's to mend, and every message would die of it: temporary, like all trouble of the network.
 */
export function toRejection(fault: unknown): MailRejected {
  if (fault instanceof MailRejected) return fault;
  const error = fault as SmtpError;
  const refused = error.responseCode !== undefined && error.responseCode >= 500 && error.responseCode < 600;
  const aboutThisMessage = error.command === 'RCPT TO' || error.command === 'DATA';
  return new MailRejected({
    permanent: refused && aboutThisMessage,
    isOfRecipient: refused && error.command === 'RCPT TO',
    responseCode: error.responseCode,
    reason: error.response ?? error.originalCode ?? error.code ?? error.name,
  });
}
