import type { VNode } from 'preact';
import type { CaughtMail } from '../caught-mail.js';
import { Both, Frame } from './frame.js';
import { MailDate } from './mail-date.js';

/** All mails, newest first. */
export function MailListPage({ mails }: { mails: readonly CaughtMail[] }): VNode {
  return (
    <Frame title="Abgefangene Mails · Caught mail">
      <h1>
        <Both de="Abgefangene Mails" en="Caught mail" />
      </h1>
      <p class="lead">
        <Both
          de="Diese Mails hat niemand bekommen: Ohne SMTP_URL bleiben sie auf diesem Rechner."
          en="Nobody got these: without SMTP_URL they stay on this machine."
        />
      </p>
      {mails.length === 0 ? <NoMails /> : <ul class="mails">{mails.map(Row)}</ul>}
    </Frame>
  );
}

function NoMails(): VNode {
  return (
    <p class="empty">
      <Both de="Noch keine Mail." en="No mail yet." />
    </p>
  );
}

function Row(mail: CaughtMail): VNode {
  return (
    <li key={mail.id}>
      <a href={`/mails/${mail.id}`}>{mail.subject === '' ? '(ohne Betreff · no subject)' : mail.subject}</a>
      <span class="to">{mail.to}</span>
      <span class="date">
        <MailDate date={mail.date} />
      </span>
    </li>
  );
}
