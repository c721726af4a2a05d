import type { VNode } from 'preact';
import type { CaughtMailContent } from '../caught-mail.js';
import { Both, Frame } from './frame.js';
import { MailDate } from './mail-date.js';

/** One mail: who, what, when, both parts, all headers. */
export function MailPage({ mail }: { mail: CaughtMailContent }): VNode {
  return (
    <Frame title={`${mail.subject} · Mail ${mail.id}`}>
      <p>
        <a href="/">
          <Both de="← Alle Mails" en="All mail" />
        </a>
      </p>
      <h1>{mail.subject === '' ? '(ohne Betreff · no subject)' : mail.subject}</h1>
      <Facts mail={mail} />
      {mail.html === '' ? null : <HtmlPart id={mail.id} />}
      <h2>
        <Both de="Als Text" en="As text" />
      </h2>
      <pre class="text">{linked(mail.text)}</pre>
      <Headers mail={mail} />
    </Frame>
  );
}

function Facts({ mail }: { mail: CaughtMailContent }): VNode {
  return (
    <dl>
      <Fact de="Von" en="From" value={mail.from} />
      <Fact de="An" en="To" value={mail.to} />
      <Fact de="Datum" en="Date" value={<MailDate date={mail.date} />} />
      <Fact de="Kennung" en="Message-ID" value={mail.messageId} />
      {mail.attachments.length === 0 ? null : <Fact de="Anlagen" en="Attachments" value={mail.attachments.join(', ')} />}
    </dl>
  );
}

function Fact({ de, en, value }: { de: string; en: string; value: string | VNode }): VNode {
  return (
    <div>
      <dt>
        <Both de={de} en={en} />
      </dt>
      <dd>{value}</dd>
    </div>
  );
}

function HtmlPart({ id }: { id: number }): VNode {
  return (
    <>
      <h2>
        <Both de="Wie im Mailprogramm" en="As in a mail program" />
      </h2>
      <iframe src={`/mails/${id}/html`} sandbox="allow-popups allow-popups-to-escape-sandbox" title="Mail als HTML · The mail as HTML" />
    </>
  );
}

function Headers({ mail }: { mail: CaughtMailContent }): VNode {
  const lines = Object.entries(mail.headers).map(([name, value]) => `${name}: ${value}`);
  return (
    <details>
      <summary>
        <Both de="Alle Kopfzeilen" en="All headers" />
      </summary>
      <pre>{lines.join('\n')}</pre>
      <p>
        <a href={`/mails/${mail.id}/source`}>
          <Both de="Quelltext" en="Source" />
        </a>
      </p>
    </details>
  );
}

/** Addresses in the text as links; everything else stays text. */
function linked(text: string): (string | VNode)[] {
  return text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/g).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <a href={part} rel="noreferrer">
        {part}
      </a>
    ),
  );
}
