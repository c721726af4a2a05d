import type { ChangeView } from './changes.query.js';

/** What an import changed, by what happened, and what needs a human. */
export interface ImportReport {
  readonly renamed: readonly ChangeView[];
  readonly renumbered: readonly ChangeView[];
  readonly merged: readonly ChangeView[];
  readonly split: readonly ChangeView[];
  readonly kindChanged: readonly ChangeView[];
  readonly ended: readonly ChangeView[];
  readonly new: readonly ChangeView[];
  /** Proposals that nobody has decided on yet. */
  readonly open: readonly ChangeView[];
}

/** Proposals that were confirmed later stand where they belong now; rejected ones stand nowhere. */
export function reportOf(changes: readonly ChangeView[]): ImportReport {
  const confirmed = (kind: ChangeView['kind']): ChangeView[] => changes.filter((each) => each.state === 'confirmed' && each.kind === kind);
  return {
    renamed: confirmed('renamed'),
    renumbered: confirmed('renumbered'),
    merged: confirmed('merged'),
    split: confirmed('split'),
    kindChanged: confirmed('kind_changed'),
    ended: confirmed('ended'),
    new: confirmed('new'),
    open: changes.filter(({ state }) => state === 'proposed'),
  };
}
