import type { Nearness } from '@app/eligibility/joining/nearness.js';
import type { Outcome } from '@app/eligibility/outcome.js';
import { paths } from '../frame/paths.js';
import type { FieldErrors } from '../pieces/form-values.js';
import type { RuleNode } from '../pieces/rule-tree.js';
import type { ForAuthority } from './call.model.js';

/** GET /calls/:id/partners?for=&with=. */
export interface CallPartnersModel {
  call: { id: string; title: string };
  /** Who looks for partners; absent: an editor has not said yet. */
  authority?: { key: string; name: string };
  /** The reader may ask for any authority. */
  mayChoose: boolean;
  groups: readonly GroupRow[];
  isPartial: boolean;
  /** Why there is no group. */
  reason?: string;
  /** Facts of the authority that would decide, where they are the reason. */
  missing?: ForAuthority['missing'];
  tried?: TriedModel;
  entered: PartnersForm;
  errors: FieldErrors;
}

export interface GroupRow {
  members: readonly { key: string; name: string }[];
  nearness: Nearness;
  population?: number;
  why: string;
}

export interface TriedModel {
  members: readonly string[];
  outcome: Outcome;
  why: string;
  rule: RuleNode;
}

export interface PartnersForm {
  for: string;
  with: readonly string[];
}

export function readPartnersForm(query: Record<string, unknown>): PartnersForm {
  const given = (Array.isArray(query.with) ? query.with : [query.with]).filter((each) => typeof each === 'string');
  const keys = given.flatMap((text) => text.split(/[\s,;]+/)).filter((key) => key !== '');
  return { for: typeof query.for === 'string' ? query.for.trim() : '', with: [...new Set(keys)] };
}

export function callPartnersPath(id: string, form: Partial<PartnersForm>): string {
  const query = new URLSearchParams();
  if (form.for) query.set('for', form.for);
  for (const key of form.with ?? []) query.append('with', key);
  const said = query.toString();
  return said ? `${paths.callPartners(id)}?${said}` : paths.callPartners(id);
}
