import type { ComponentChildren, VNode } from 'preact';

interface SectionProps {
  id: string;
  title: ComponentChildren;
  /** Small text or a link at the right of the heading. */
  beside?: ComponentChildren;
  level?: 'h2' | 'h3';
  plain?: boolean;
  class?: string;
  children: ComponentChildren;
}

/** A heading with its rule and what belongs to it; named by the heading. */
export function Section({ id, title, beside, level: Heading = 'h2', plain, class: extra = 'ft-section', children }: SectionProps): VNode {
  return (
    <section class={extra || undefined} aria-labelledby={id}>
      <div class={plain ? 'ft-section__head ft-section__head--plain' : 'ft-section__head'}>
        <Heading id={id}>{title}</Heading>
        {beside}
      </div>
      {children}
    </section>
  );
}

export function Panel(props: { id: string; title: ComponentChildren; live?: boolean; children: ComponentChildren }): VNode {
  return (
    <section class="ft-panel" aria-labelledby={props.id} aria-live={props.live ? 'polite' : undefined}>
      <h2 id={props.id}>{props.title}</h2>
      {props.children}
    </section>
  );
}

/** The head of a page: its only h1, a leading sentence, actions at the right. */
export function PageHeading(props: { title: ComponentChildren; lead?: ComponentChildren; children?: ComponentChildren }): VNode {
  return (
    <div class="ft-head">
      <div>
        <h1>{props.title}</h1>
        {props.lead && <p class="ft-lead">{props.lead}</p>}
      </div>
      {props.children && <div class="ft-actions">{props.children}</div>}
    </div>
  );
}
