import type { VNode } from 'preact';
import type { Texts } from '../texts/texts.js';
import { hostOf } from './rule-tree.js';

/** Beside every explanation: the funder's own text counts, and where it stands, if the call or its programme says so. */
export function FunderText({ t, url }: { t: Texts; url?: string }): VNode {
  return (
    <>
      {t.call.funderText}{' '}
      {url && (
        <a href={url} rel="external noopener">
          {t.call.toFunderText}: {hostOf(url)}
        </a>
      )}
    </>
  );
}
