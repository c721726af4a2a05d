import type { VNode } from 'preact';
import type { Texts } from '../texts/texts.js';
import { Icon } from './icons.js';

/** A filter that is set; its link removes it. */
export interface Chip {
  text: string;
  href: string;
}

export function Chips({ t, chips }: { t: Texts; chips: readonly Chip[] }): VNode {
  return (
    <ul class="ft-chips" aria-label={t.frame.setFilters}>
      {chips.length > 0 && <li class="ft-meta">{t.frame.set}</li>}
      {chips.map((chip) => (
        <li>
          <a class="ft-chip" href={chip.href}>
            {chip.text}
            <Icon name="close" />
            <span class="ft-sr">{t.frame.removeFilter}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
