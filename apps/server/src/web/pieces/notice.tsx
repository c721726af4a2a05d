import type { ComponentChildren, VNode } from 'preact';
import { Icon } from './icons.js';

export type NoticeKind = 'info' | 'success' | 'warning' | 'danger';

/** Starts with what is the case, then what to do. `live` for what has just happened: it is read aloud. */
export function Notice(props: { kind: NoticeKind; live?: boolean; children: ComponentChildren }): VNode {
  const classes = props.kind === 'info' ? 'ft-notice' : `ft-notice ft-notice--${props.kind}`;
  return (
    <div class={classes} role={props.live ? (props.kind === 'danger' ? 'alert' : 'status') : undefined}>
      <Icon name={props.kind} />
      <div>{props.children}</div>
    </div>
  );
}
