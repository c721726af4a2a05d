import type { VNode } from 'preact';

const line = (d: string, width = 1.8): VNode => (
  <path fill="none" stroke="currentColor" stroke-width={width} stroke-linecap="round" stroke-linejoin="round" d={d} />
);
const solid = (d: string): VNode => <path fill-rule="evenodd" d={d} />;

/** Drawings in a box of 20 × 20. The four outcomes differ in shape, not only in colour. */
const DRAWINGS = {
  eligible: solid('M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-1.3 13.1L4.5 9.9 6 8.4l2.7 2.7 5.3-5.4 1.5 1.5-6.8 6.9Z'),
  eligible_jointly: (
    <g fill="none" stroke="currentColor" stroke-width="2">
      <circle cx="7" cy="10" r="5" />
      <circle cx="13" cy="10" r="5" />
    </g>
  ),
  undetermined: (
    <g>
      {line('M10 1.8 18.2 10 10 18.2 1.8 10Z', 2)}
      {line('M7.9 8.1a2.1 2.1 0 1 1 3.3 1.8c-.8.5-1.2.9-1.2 1.7')}
      <circle cx="10" cy="13.9" r="1.1" />
    </g>
  ),
  ineligible: (
    <g>
      <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2" />
      {line('M6 10h8', 2)}
    </g>
  ),
  met: line('M4 10.5 8.2 15 16 5.5', 2.5),
  unmet: line('M5 5l10 10M15 5 5 15', 2.2),
  unknown: (
    <g>
      {line('M6.8 6.8a3.2 3.2 0 1 1 5 2.6c-1.2.8-1.8 1.4-1.8 2.6', 2.2)}
      <circle cx="10" cy="15.6" r="1.4" />
    </g>
  ),
  chevron: line('M5 7.5l5 5 5-5', 2),
  person: (
    <g>
      {line('M3 17.5c.6-3.6 3.3-5.5 7-5.5s6.4 1.9 7 5.5')}
      <circle cx="10" cy="6.5" r="3.5" fill="none" stroke="currentColor" stroke-width="1.8" />
    </g>
  ),
  calendar: line('M3 5h14v12H3zM3 9h14M7 3v4M13 3v4'),
  mail: line('M3 4.5h14v11H3zM3.5 5 10 10.5 16.5 5'),
  close: line('M6 6l8 8M14 6l-8 8', 2),
  edit: line('M4 16h3l9-9-3-3-9 9zM11 6l3 3'),
  info: solid('M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM9 5h2v2H9V5Zm0 4h2v6H9V9Z'),
  warning: solid('M10 1.5 19.5 18H.5L10 1.5Zm-1 6v5h2v-5H9Zm0 6.5v2h2v-2H9Z'),
  danger: solid('M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3L6.3 1ZM9 5v6h2V5H9Zm0 8v2h2v-2H9Z'),
} as const;

export type IconName = keyof typeof DRAWINGS | 'success';

/** Always beside a word, hence hidden from screen readers. Inline, so that it prints and follows forced colours. */
export function Icon({ name, class: extra }: { name: IconName; class?: string }): VNode {
  return (
    <svg class={extra ? `ft-icon ${extra}` : 'ft-icon'} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {DRAWINGS[name === 'success' ? 'eligible' : name]}
    </svg>
  );
}

/** The mark of the product: four bars in time. */
export function Mark(): VNode {
  return (
    <svg class="ft-brand__mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M2 12h3v9H2zM8 7h3v14H8zM14 12h3v9h-3zM20 2h3v19h-3z" />
    </svg>
  );
}
