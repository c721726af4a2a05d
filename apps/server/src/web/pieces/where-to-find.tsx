import type { FactSource } from '@app/eligibility/fact-sources.js';
import type { VNode } from 'preact';
import type { Texts } from '../texts/texts.js';
import { hostOf } from './rule-tree.js';

/** Beside a fact that is missing: which office or public list knows it. */
export function WhereToFind({ t, source }: { t: Texts; source: FactSource }): VNode {
  return (
    <span class="ft-meta">
      {t.authority.whereToFind}: {source.text}
      {source.url && (
        <>
          {' '}
          (
          <a href={source.url} rel="external noopener">
            {hostOf(source.url)}
          </a>
          )
        </>
      )}
      .
    </span>
  );
}
