import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { MailFolder } from './mail-folder.js';

/** 5 MB; a letter has some ten kB. */
const LARGEST_MAIL = 5 * 1024 * 1024;

/**
 * Takes every mail, from anyone to anyone, and sends none on. 250 is answered when the file is there.
 * No STARTTLS: the server's own certificate would be refused by a sender that checks it.
 */
export function smtpIntake(folder: MailFolder): SMTPServer {
  return new SMTPServer({
    size: LARGEST_MAIL,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 1_000,
    logger: false,
    onData: (stream, session, done) => {
      keep(folder, stream, session).then((answer) => done(null, answer), done);
    },
  });
}

async function keep(folder: MailFolder, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
  const bytes = await buffer(stream);
  if (stream.sizeExceeded) throw Object.assign(new Error('Too large: 5 MB at most'), { responseCode: 552 });
  const id = await folder.add(session.envelope.rcptTo[0]?.address ?? 'nobody', bytes);
  return `Caught as mail ${id}`;
}
