import { stageName } from '@app/deadlines/words/names.js';
import type { DeadlineStep } from '@app/funding/deadline-differences.js';
import type { VNode } from 'preact';
import type { Texts } from '../texts/texts.js';

/** What became of one deadline: "Antrag verlängert", before and after in words. */
export interface DeadlineChangeView {
  stage: string;
  step: DeadlineStep;
  before?: string;
  after?: string;
  /** What is to be noticed about the new day: a weekend, a holiday. */
  warnings?: readonly string[];
}

/** Before and after of each deadline that changed; the words "bisher" and "jetzt" carry it, not the arrangement. */
export function DeadlineChanges({ t, changes }: { t: Texts; changes: readonly DeadlineChangeView[] }): VNode {
  return (
    <ul class="ft-plain ft-changes">
      {changes.map(({ stage, step, before, after, warnings = [] }) => (
        <li>
          <strong>
            {stageName(stage, t.locale)}: {t.amendment.steps[step]}
          </strong>
          {before && (
            <>
              <br />
              <span class="ft-meta">
                {t.amendment.before}: {before}
              </span>
            </>
          )}
          {after && (
            <>
              <br />
              {t.amendment.after}: {after}
            </>
          )}
          {warnings.map((text) => (
            <>
              <br />
              <span class="ft-meta">{text}</span>
            </>
          ))}
        </li>
      ))}
    </ul>
  );
}
