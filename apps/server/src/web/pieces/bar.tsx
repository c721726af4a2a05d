import type { VNode } from 'preact';

/** A share as a picture beside its number: the number is the content, the bar is not. */
export function Bar({ part, total }: { part: number; total: number }): VNode {
  const percent = total > 0 ? (part / total) * 100 : 0;
  return (
    <svg class="ft-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="ft-bar__all" width="100" height="10" />
      <rect class="ft-bar__part" width={percent.toFixed(1)} height="10" />
    </svg>
  );
}
