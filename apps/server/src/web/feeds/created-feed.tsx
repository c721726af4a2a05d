import type { VNode } from 'preact';
import { LinkButton } from '../pieces/buttons.js';
import { fieldId } from '../pieces/form-values.js';
import { Notice } from '../pieces/notice.js';
import { Section } from '../pieces/section.js';
import type { Texts } from '../texts/texts.js';
import type { FeedsModel } from './feeds.model.js';
import { QrCode } from './qr-code.js';

/** The address, the one time that it is shown: to open, to copy, to photograph. The copy button is made by the script alone. */
export function CreatedFeed({ t, created }: { t: Texts; created: NonNullable<FeedsModel['created']> }): VNode {
  return (
    <section class="ft-section" aria-labelledby="created">
      <Notice kind="success" live>
        <h2 id="created">{created.renewed ? t.feeds.renewed : t.feeds.created}</h2>
        <p>{t.feeds.shownOnce}</p>
      </Notice>
      <div class="ft-after ft-actions">
        <LinkButton label={t.feeds.open} href={created.webcalUrl} icon="calendar" rank="primary" />
      </div>
      <div class="kern-form-input ft-after">
        <label class="kern-label" for={fieldId('url')}>
          {t.feeds.address}
        </label>
        <div class="ft-copy">
          <input class="kern-form-input__input" id={fieldId('url')} readOnly value={created.url} />
        </div>
      </div>
      <figure class="ft-after ft-qr-figure">
        <QrCode text={created.webcalUrl} label={t.feeds.qrLabel} />
        <figcaption class="ft-meta">{t.feeds.qr}</figcaption>
      </figure>
    </section>
  );
}

/** Step by step, for the calendar programs that town halls use. */
export function HowTo({ t }: { t: Texts }): VNode {
  return (
    <Section id="how" title={t.feeds.howTo} plain>
      {t.feeds.programs.map((program, at) => (
        <details class="kern-accordion" open={at === 0}>
          <summary class="kern-accordion__header">
            <span class="kern-title">{program.name}</span>
          </summary>
          <div class="kern-accordion__body">
            <ol class="ft-list">
              {program.steps.map((step) => (
                <li>{step}</li>
              ))}
            </ol>
          </div>
        </details>
      ))}
    </Section>
  );
}
