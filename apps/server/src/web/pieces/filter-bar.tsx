import type { ComponentChildren, VNode } from 'preact';
import { SubmitButton } from './buttons.js';

/** A search form that reads with GET: its address can be kept and shared. */
export function FilterBar(props: { action: string; label: string; submit: string; short?: boolean; children: ComponentChildren }): VNode {
  return (
    <search>
      <form class={props.short ? 'ft-filter ft-filter--short' : 'ft-filter'} method="get" action={props.action} aria-label={props.label}>
        {props.children}
        <SubmitButton label={props.submit} />
      </form>
    </search>
  );
}
