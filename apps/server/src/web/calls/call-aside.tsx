import type { VNode } from 'preact';
import type { Frame } from '../frame/frame.model.js';
import { paths } from '../frame/paths.js';
import { awardInText } from '../pieces/award.js';
import { LinkButton } from '../pieces/buttons.js';
import { inText } from '../pieces/day.js';
import { Facts, factOf } from '../pieces/facts.js';
import { Icon } from '../pieces/icons.js';
import { outcome } from '../pieces/outcome.js';
import { hostOf } from '../pieces/rule-tree.js';
import { Panel } from '../pieces/section.js';
import { UntilLarge } from '../pieces/until.js';
import { WhereToFind } from '../pieces/where-to-find.js';
import { LeadsPanel } from '../reminders/leads-panel.js';
import type { Texts } from '../texts/texts.js';
import { StancePanel } from '../tracking/stance-panel.js';
import type { CallModel, ForAuthority } from './call.model.js';

interface Props {
  t: Texts;
  frame: Frame;
  model: CallModel;
}

/** Questions whose answers would clear it up, and where to find and enter them. */
export function Missing({ t, missing }: { t: Texts; missing: ForAuthority['missing'] }): VNode {
  return (
    <div class="ft-after">
      <p>
        <strong>{t.call.missing}</strong>
      </p>
      <ul class="ft-list">
        {missing.map((question) => (
          <li>
            {question.text}{' '}
            {question.fact && (
              <a href={paths.fact(question.fact)}>
                {t.call.addFact}
                <span class="ft-sr">: {question.text}</span>
              </a>
            )}
            {question.where && (
              <>
                <br />
                <WhereToFind t={t} source={question.where} />
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Changes({ t, changes }: { t: Texts; changes: ForAuthority['changes'] }): VNode {
  return (
    <div class="ft-after">
      <p>
        <strong>{t.call.wouldChange}</strong>
      </p>
      <ul class="ft-list">
        {changes.map((change) => (
          <li>
            {change.text}
            {(change.isImpossible || change.isUnlikely) && (
              <span class="ft-meta"> ({change.isImpossible ? t.call.impossible : t.call.unlikely})</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Actions({ t, frame, model }: Props): VNode | null {
  if (!frame.person || !frame.authority || model.state !== 'published') return null;
  const subject = encodeURIComponent(model.title);
  const isAhead = model.deadlines.some(({ status }) => status !== 'closed');
  return (
    <>
      {model.stance && <StancePanel t={t} frame={frame} callId={model.id} stance={model.stance} />}
      {model.leads && isAhead && model.stance?.own?.kind !== 'dismissed' && (
        <LeadsPanel t={t} frame={frame} action={paths.callLeads(model.id)} model={model.leads} />
      )}
      <div class="ft-actions">
        <LinkButton label={t.feeds.forCall} href={paths.calendarOfCall(model.id)} icon="calendar" />
        <LinkButton label={t.call.toReminders} href={paths.reminders} />
      </div>
      <div class="ft-actions ft-actions--quiet">
        <a href={`mailto:?subject=${subject}`}>
          <Icon name="mail" /> {t.call.forward}
        </a>
        <span data-print-here="" />
      </div>
    </>
  );
}

function VerdictPanel(props: Props): VNode {
  const { t, model } = props;
  const ours = model.forAuthority;
  const deadline = model.deadlines[0];
  return (
    <section class="ft-panel ft-panel--verdict" aria-labelledby="for-us">
      <h2 class="ft-sr" id="for-us">
        {ours ? t.call.forName(ours.name) : t.call.until}
      </h2>
      {ours && <p>{outcome(t, ours.outcome, 'large')}</p>}
      {ours && <p class="ft-verdict-line">{ours.why}</p>}
      {ours?.unverified && <p class="ft-meta">{ours.unverified}</p>}
      {ours?.vintages?.map(({ asOf, outcome: otherwise }) => (
        <p class="ft-meta">{t.call.otherVintage(inText(t, asOf), t.words.outcome[otherwise])}</p>
      ))}
      {deadline && <UntilLarge t={t} deadline={deadline} />}
      {ours && ours.missing.length > 0 && <Missing t={t} missing={ours.missing} />}
      {ours && ours.missing.length === 0 && ours.changes.length > 0 && <Changes t={t} changes={ours.changes} />}
      {!props.frame.person && (
        <p class="ft-no-print">
          <a href={paths.signIn}>{t.call.signInToSee}</a>
        </p>
      )}
      {!props.frame.authority && model.calendarUrl && (
        <div class="ft-actions">
          <LinkButton label={t.feeds.forCall} href={model.calendarUrl} icon="calendar" />
        </div>
      )}
      <Actions {...props} />
    </section>
  );
}

function FactSheet({ t, model }: Props): VNode {
  const { source } = model;
  const funders = model.partners.filter(({ role }) => role === 'funder');
  const link = source && (
    <a class="ft-print-url" href={source.url} rel="external noopener">
      {hostOf(source.url)}
    </a>
  );
  const checked = source?.checkedOn && <span class="ft-meta">{t.call.checkedOn(inText(t, source.checkedOn))}</span>;
  const facts = [
    ...factOf(t.call.funder, ...funders.map(({ name }) => name)),
    ...factOf(t.call.who, model.who),
    ...factOf(t.call.howMuch, awardInText(t, model.award)),
    ...factOf(t.call.submit, model.deadlines[0]?.channel),
    ...factOf(t.call.announced, source?.publishedOn && inText(t, source.publishedOn)),
    ...factOf(t.call.source, link, checked),
  ];
  return (
    <Panel id="facts" title={t.call.factSheet}>
      <Facts facts={facts} stacked />
    </Panel>
  );
}

export function CallAside(props: Props): VNode {
  return (
    <aside class="ft-call-aside" aria-label={props.t.call.aside}>
      <VerdictPanel {...props} />
      <FactSheet {...props} />
    </aside>
  );
}
