import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { LinkButton } from '../pieces/buttons.js';
import { PageHeading } from '../pieces/section.js';
import { texts } from '../texts/texts.js';
import type { ProblemModel } from './problem.model.js';

export function problemView(frame: Frame, model: ProblemModel): VNode {
  const t = texts(frame.locale);
  return (
    <Page frame={frame} title={model.title}>
      <PageHeading title={model.title} lead={model.detail} />
      <div class="ft-stack">
        {model.faults && model.faults.length > 0 && (
          <div>
            <h2>{t.errors.details}</h2>
            <ul class="ft-list">
              {model.faults.map((fault) => (
                <li>{fault}</li>
              ))}
            </ul>
          </div>
        )}
        {model.hadInput && <p>{t.errors.nothingLost}</p>}
        <div class="ft-actions">
          {!frame.person && model.status === 401 && <LinkButton label={t.errors.signIn} href={paths.signIn} rank="primary" />}
          <LinkButton label={frame.person ? t.errors.back : t.errors.toCalls} href={frame.person ? paths.start : paths.calls} />
        </div>
        <p class="ft-meta">
          {t.errors.code}: {model.status} {model.code}
          {model.requestId && `, ${model.requestId}`}
        </p>
      </div>
    </Page>
  );
}
