import type { SignedInPerson } from '@app/accounts/signed-in-person.js';
import { type AuthorityView, applicantOf } from '@app/authorities/authority-view.js';
import { entitled, entitledEntry } from '@app/eligibility/entitled.js';
import { evaluate } from '@app/eligibility/evaluate.js';
import { explainRule } from '@app/eligibility/explain-rule.js';
import { type CallRecord, titleOf } from '@app/funding/call-record.js';
import { mayEdit } from '@app/kernel/actor.js';
import { DomainError } from '@app/kernel/domain-error.js';
import type { Locale } from '@app/kernel/locale.js';
import { MatchingIndex } from '@app/matching/matching-index.js';
import type { MatchingState } from '@app/matching/matching-state.js';
import { reasonWords } from '@app/matching/outcome-reason.js';
import { Injectable } from '@nestjs/common';
import { ReadPartners } from '../../api/partners/read-partners.js';
import { toRuleNode } from '../pieces/explained-rule.js';
import type { FieldErrors } from '../pieces/form-values.js';
import { texts } from '../texts/texts.js';
import type { CallPartnersModel, PartnersForm, TriedModel } from './call-partners.model.js';
import { toMissing } from './for-authority.js';

/** Members of a group that is tried by hand, the asking authority included. */
const MOST_MEMBERS = 50;

export interface AskingReader {
  readonly actor: SignedInPerson;
  readonly locale: Locale;
  /** The authority that the reader acts for. */
  readonly activeKey?: string;
}

/** With whom an authority could apply, and what is to be said of a group that somebody has in mind. */
@Injectable()
export class CallPartnersPage {
  constructor(
    private readonly index: MatchingIndex,
    private readonly readPartners: ReadPartners,
  ) {}

  /** Staff ask for their own authorities; of others they get 'not-found', like of a draft or an unknown call. */
  async model(id: string, form: PartnersForm, reader: AskingReader): Promise<CallPartnersModel> {
    const state = await this.index.current();
    const call = state.calls.get(id)?.call;
    if (!call) throw new DomainError('not-found');
    const key = form.for || reader.activeKey;
    if (key === undefined && !mayEdit(reader.actor)) throw new DomainError('not-found');
    const authority = key === undefined ? undefined : state.authority(key);
    const errors = faultsOf(state, form, reader);
    const found = authority && (await this.readPartners.run(reader.actor, id, authority.key));
    const keys = authority ? [authority.key, ...form.with.filter((each) => each !== authority.key)] : [];
    const isTried = keys.length > 1 && Object.keys(errors).length === 0;
    return {
      call: { id, title: titleOf(call, reader.locale) },
      ...(authority && { authority: { key: authority.key, name: authority.name } }),
      mayChoose: mayEdit(reader.actor),
      groups: (found?.groups ?? []).map(({ members, nearness, population, explanation }) => ({
        members: members.map((member) => ({ key: member.key, name: member.name })),
        nearness,
        population,
        why: explanation[reader.locale],
      })),
      isPartial: found !== undefined && !found.isComplete,
      ...(found?.reason && { reason: found.reason.text[reader.locale] }),
      ...(found?.reason?.code === 'facts-missing' && { missing: missingOf(call, authority!, state, reader) }),
      ...(isTried && { tried: await this.tried(call, keys, reader) }),
      entered: { ...form, for: key ?? '' },
      errors,
    };
  }

  private async tried({ rule }: CallRecord, keys: readonly string[], { actor, locale }: AskingReader): Promise<TriedModel> {
    const { members, evaluation } = await this.readPartners.tryGroup(actor, rule, keys);
    const { named } = await this.index.current();
    return {
      members: members.map(({ name }) => name),
      outcome: evaluation.outcome,
      why: reasonWords(rule, evaluation, named, locale),
      rule: toRuleNode(explainRule(entitled(rule, named, locale), evaluation, locale)),
    };
  }
}

/** Only one's own facts can be entered, so only those are linked. */
function missingOf(
  { rule }: CallRecord,
  authority: AuthorityView,
  { named }: MatchingState,
  reader: AskingReader,
): CallPartnersModel['missing'] {
  const { missing, findings } = evaluate(rule, applicantOf(authority), named);
  const isOwn = authority.key === reader.activeKey;
  return missing
    .map((item) => toMissing(entitledEntry(item, named, reader.locale), findings, reader.locale))
    .map(({ text, fact, where }) => ({ text, where, ...(isOwn && { fact }) }));
}

function faultsOf(state: MatchingState, form: PartnersForm, { locale }: AskingReader): FieldErrors {
  const t = texts(locale).callPartners;
  const unknown = form.with.find((key) => !state.authority(key));
  return {
    ...(form.for !== '' && !state.authority(form.for) && { for: t.unknownKey(form.for) }),
    ...(unknown !== undefined && { with: t.unknownKey(unknown) }),
    ...(form.with.length >= MOST_MEMBERS && { with: t.tooMany(MOST_MEMBERS) }),
  };
}
