import type { VNode } from 'preact';

/** What is missing, and the one next step. */
export function EmptyState(props: { text: string; more?: string; next?: { label: string; href: string } }): VNode {
  return (
    <div class="ft-empty">
      <p>{props.text}</p>
      {props.more && <p class="ft-meta">{props.more}</p>}
      {props.next && (
        <p>
          <a href={props.next.href}>{props.next.label}</a>
        </p>
      )}
    </div>
  );
}
