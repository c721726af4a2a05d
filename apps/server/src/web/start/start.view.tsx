import type { VNode } from 'preact';
import { callListPath } from '../calls/call-filter.js';
import type { Frame } from '../frame/frame.model.js';
import { Page } from '../frame/layout.js';
import { paths } from '../frame/paths.js';
import { inFull } from '../pieces/day.js';
import { EmptyState } from '../pieces/empty-state.js';
import { outcome } from '../pieces/outcome.js';
import { Results } from '../pieces/result-row.js';
import { PageHeading, Panel, Section } from '../pieces/section.js';
import { Tally } from '../pieces/tally.js';
import { type Texts, texts } from '../texts/texts.js';
import type { NewsItem, Question, StartModel } from './start.model.js';

function QuestionItem({ t, question }: { t: Texts; question: Question }): VNode {
  return (
    <div class="ft-question">
      <h3>{question.text}</h3>
      <p class="ft-meta">
        {question.calls.map((call, at) => (
          <>
            {at > 0 && ', '}
            <a href={call.href}>{call.title}</a>
          </>
        ))}
      </p>
      {question.answers.length > 0 && (
        <dl class="ft-answers">
          {question.answers.map((answer) => (
            <>
              <dt>{answer.label}</dt>
              <dd>
                {outcome(t, answer.outcome, 'bare')}
                {answer.more && `, ${answer.more}`}
              </dd>
            </>
          ))}
        </dl>
      )}
      {question.fact && (
        <p>
          <a href={paths.fact(question.fact)}>
            {t.start.addFact}
            <span class="ft-sr">: {question.about}</span>
          </a>
        </p>
      )}
    </div>
  );
}

function News({ t, news }: { t: Texts; news: readonly NewsItem[] }): VNode {
  if (news.length === 0) return <p class="ft-after ft-meta">{t.start.nothingNew}</p>;
  return (
    <ul class="ft-plain">
      {news.map((item) => (
        <li class="ft-question">
          <p>
            <a href={item.href}>{item.title}</a>
          </p>
          <p class="ft-meta">
            {item.what} {item.outcome && outcome(t, item.outcome, 'bare')}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Closing({ t, model }: { t: Texts; model: StartModel }): VNode {
  return (
    <Section id="closing" title={t.start.closesNext} beside={<a href={paths.calls}>{t.start.all}</a>}>
      {model.closing.length > 0 ? (
        <Results t={t} rows={model.closing} layout="brief" />
      ) : (
        <div class="ft-after">
          <EmptyState text={t.start.noneCloses} next={{ label: t.start.browse, href: paths.calls }} />
        </div>
      )}
    </Section>
  );
}

function Beside({ t, model }: { t: Texts; model: StartModel }): VNode {
  return (
    <div>
      <Panel id="unclear" title={t.start.unclear}>
        {model.questions.length === 0 && <p class="ft-meta">{t.start.nothingUnclear}</p>}
        {model.questions.map((question) => (
          <QuestionItem t={t} question={question} />
        ))}
      </Panel>
      {!model.hasFeed && (
        <Panel id="subscribe" title={t.start.subscribe}>
          <p>{t.start.subscribeWhy}</p>
          <p class="ft-after">
            <a href={paths.calendar}>{t.start.subscribeDo}</a>
          </p>
        </Panel>
      )}
      <Section id="news" title={t.start.news(inFull(t, model.newsSince))}>
        <News t={t} news={model.news} />
      </Section>
    </div>
  );
}

export function startView(frame: Frame, model: StartModel): VNode {
  const t = texts(frame.locale);
  const current = Object.values(model.counts).reduce((sum, count) => sum + count, 0);
  return (
    <Page frame={frame} title={t.start.title} place="start">
      <PageHeading title={t.start.title} lead={t.start.lead(model.authorityName, inFull(t, model.today), t.words.calls(current))} />
      <Tally t={t} label={t.start.tally(model.authorityName)} counts={model.counts} href={(value) => callListPath({ outcome: value })} />
      <div class="ft-section ft-cols">
        <div>
          <Closing t={t} model={model} />
        </div>
        <Beside t={t} model={model} />
      </div>
    </Page>
  );
}
