import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { awardInText, awardRows, instalmentsInWords } from '../pieces/award.js';
import { inText } from '../pieces/day.js';
import { Facts, factOf } from '../pieces/facts.js';
import { Section } from '../pieces/section.js';
import { Table } from '../pieces/table.js';
import { type Texts, wordFor } from '../texts/texts.js';
import type { CallModel, PartnerView, PreviousRound } from './call.model.js';

export function CallMoney({ t, model }: { t: Texts; model: Pick<CallModel, 'award'> }): VNode {
  const { award } = model;
  const rows = awardRows(t, award).map(({ label, value }) => ({ cells: [label, value] }));
  const instalments = award.instalments && award.instalments.length > 0 && instalmentsInWords(t, award.instalments);
  return (
    <Section id="money" title={t.call.money}>
      {rows.length > 0 ? <Table rows={rows} numeric={[false, true]} narrow /> : <p class="ft-after">{t.award.notStated}</p>}
      {rows.length > 0 && (
        <p class="ft-after">
          {instalments} {award.ownShare === undefined && t.award.noOwnShare}
        </p>
      )}
    </Section>
  );
}

function nameOf(partner: PartnerView): VNode | string {
  if (!partner.url) return partner.name;
  return (
    <a href={partner.url} rel="external noopener">
      {partner.name}
    </a>
  );
}

export function CallPartners({ t, model }: { t: Texts; model: Pick<CallModel, 'partners'> }): VNode {
  const roles = [...new Set(model.partners.map(({ role }) => role))];
  const facts = roles.flatMap((role) =>
    factOf(wordFor(t.words.roles, role), ...model.partners.filter((partner) => partner.role === role).map(nameOf)),
  );
  return (
    <Section id="partners" class="" title={t.call.partners}>
      <Facts facts={facts} stacked />
    </Section>
  );
}

function Round({ t, round, ours }: { t: Texts; round: PreviousRound; ours?: string }): VNode {
  const facts = [...factOf(t.call.howMuch, awardInText(t, round.award)), ...factOf(t.call.winners, round.winners.join(', '))];
  return (
    <div class="ft-stack">
      <h3 class="ft-after">
        <a href={round.href}>{round.name}</a> {round.closedOn && <span class="ft-meta">{t.time.closedOn(inText(t, round.closedOn))}</span>}
      </h3>
      <Facts facts={facts} stacked />
      {round.includesOurs && ours && <p class="ft-meta">{t.call.wereIn(ours)}</p>}
    </div>
  );
}

/** Who was selected in this round, and the rounds before. */
export function CallRounds({ t, model }: { t: Texts; frame: Frame; model: CallModel }): VNode | null {
  if (model.previous.length === 0 && model.winners.length === 0) return null;
  return (
    <div>
      {model.winners.length > 0 && (
        <Section id="winners" class="" title={t.call.winners}>
          <ul class="ft-plain ft-after">
            {model.winners.map((name) => (
              <li>{name}</li>
            ))}
          </ul>
        </Section>
      )}
      {model.previous.length > 0 && (
        <Section id="rounds" class={model.winners.length > 0 ? 'ft-section' : ''} title={t.call.earlierRounds}>
          {model.previous.map((round) => (
            <Round t={t} round={round} ours={model.forAuthority?.name} />
          ))}
        </Section>
      )}
    </div>
  );
}
