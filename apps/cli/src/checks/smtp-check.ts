import { createTransport } from 'nodemailer';

const LIMIT_MS = 8_000;

/** Greets the mail server and signs in, sends nothing. Throws when that fails. */
export async function checkSmtp(url: string | undefined): Promise<string> {
  if (url === undefined) return 'SMTP_URL ist nicht gesetzt: E-Mails gehen nicht hinaus, npm start fängt sie ab';
  const transport = createTransport({
    url,
    connectionTimeout: LIMIT_MS,
    greetingTimeout: LIMIT_MS,
    socketTimeout: LIMIT_MS,
    dnsTimeout: LIMIT_MS,
  });
  try {
    await transport.verify();
    return `${new URL(url).host} nimmt E-Mails an`;
  } finally {
    transport.close();
  }
}
