import type { VNode } from 'preact';
import type { Texts } from '../texts/texts.js';

/** The last one is the page itself and has no link. */
export interface Crumb {
  label: string;
  href?: string;
}

export function Breadcrumb({ t, crumbs }: { t: Texts; crumbs: readonly Crumb[] }): VNode {
  return (
    <nav class="ft-breadcrumb" aria-label={t.frame.path}>
      <ol>
        {crumbs.map((crumb) => (
          <li aria-current={crumb.href ? undefined : 'page'}>{crumb.href ? <a href={crumb.href}>{crumb.label}</a> : crumb.label}</li>
        ))}
      </ol>
    </nav>
  );
}
