import type { ChangeView } from '@app/authorities/changes/changes.query.js';
import type { ImportReport } from '@app/authorities/changes/import-report.js';
import type { Locale } from '@app/kernel/locale.js';
import type { AuthorityChangeDto, ImportReportDto } from './authority-change.dto.js';

export function toAuthorityChangeDto(change: ChangeView, locale: Locale): AuthorityChangeDto {
  const { id, kind, state, old, successor, effectiveOn, from, to, result, version } = change;
  return {
    id,
    kind,
    state,
    ...(old ? { old } : {}),
    ...(successor ? { successor } : {}),
    effectiveOn,
    reason: change.reason[locale],
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(result ? { result: { factConflicts: [...result.factConflicts] } } : {}),
    version,
  };
}

export function toImportReportDto(report: ImportReport, locale: Locale): ImportReportDto {
  const list = (changes: readonly ChangeView[]) => changes.map((change) => toAuthorityChangeDto(change, locale));
  return {
    renamed: list(report.renamed),
    renumbered: list(report.renumbered),
    merged: list(report.merged),
    split: list(report.split),
    kindChanged: list(report.kindChanged),
    ended: list(report.ended),
    new: list(report.new),
    open: list(report.open),
  };
}
