import type { Locale } from '@app/kernel/locale.js';
import type { Act, Effect, ScheduleKind, Status, WeekendRule } from '../deadline.js';

type Names<Key extends string> = Readonly<Record<Locale, Readonly<Record<Key, string>>>>;

const STATUS: Names<Status> = {
  de: { upcoming: 'angekündigt', open: 'offen', closed: 'geschlossen', undated: 'Frist noch offen' },
  en: { upcoming: 'upcoming', open: 'open', closed: 'closed', undated: 'not announced' },
};

export function statusWord(status: Status, locale: Locale): string {
  return STATUS[locale][status];
}

const STAGE: Names<string> = {
  de: {
    questions: 'Fragen',
    registration: 'Anmeldung',
    expression_of_interest: 'Interessenbekundung',
    outline: 'Skizze',
    application: 'Antrag',
    paper_copy: 'Papierfassung',
    supplement: 'Nachreichung',
    proof_of_use: 'Verwendungsnachweis',
  },
  en: {
    questions: 'Questions',
    registration: 'Registration',
    expression_of_interest: 'Expression of interest',
    outline: 'Outline',
    application: 'Application',
    paper_copy: 'Paper copy',
    supplement: 'Supplement',
    proof_of_use: 'Proof of use',
  },
};

/** Stages are an open vocabulary: an unknown one is shown as it is. */
export function stageName(stage: string, locale: Locale): string {
  return Object.hasOwn(STAGE[locale], stage) ? STAGE[locale][stage]! : stage;
}

const EFFECT: Names<Effect> = {
  de: { excludes: 'Ausschlussfrist', soft: 'Ordnungsfrist' },
  en: { excludes: 'cut-off: late is out', soft: 'regulatory time limit' },
};

export function effectName(effect: Effect, locale: Locale): string {
  return EFFECT[locale][effect];
}

const EFFECT_SENTENCE: Names<Effect> = {
  de: { excludes: 'Ausschlussfrist: wer später kommt, ist nicht dabei', soft: 'Ordnungsfrist: später kann noch möglich sein' },
  en: { excludes: 'Cut-off: whoever is late is out', soft: 'Regulatory time limit: late may still be possible' },
};

export function effectWords(effect: Effect, locale: Locale): string {
  return EFFECT_SENTENCE[locale][effect];
}

const ACT: Names<Act> = {
  de: { receipt: 'es zählt der Eingang', postmark: 'es zählt der Poststempel', upload: 'es zählt das elektronische Einreichen' },
  en: { receipt: 'the day of receipt counts', postmark: 'the postmark counts', upload: 'the electronic submission counts' },
};

export function actWords(act: Act, locale: Locale): string {
  return ACT[locale][act];
}

const WEEKEND: Names<WeekendRule> = {
  de: { none: 'bleibt so', next_working_day: 'nächster Werktag' },
  en: { none: 'stays as it is', next_working_day: 'next working day' },
};

export function weekendRuleName(rule: WeekendRule, locale: Locale): string {
  return WEEKEND[locale][rule];
}

const KIND: Names<ScheduleKind> = {
  de: {
    fixed: 'fester Tag',
    cut_offs: 'mehrere Stichtage',
    yearly: 'jedes Jahr',
    rolling: 'laufend',
    relative: 'vor einem anderen Tag',
    month: 'nur Monat bekannt',
    opening: 'nur Beginn bekannt',
    unannounced: 'noch offen',
  },
  en: {
    fixed: 'fixed day',
    cut_offs: 'several cut-offs',
    yearly: 'every year',
    rolling: 'rolling',
    relative: 'before another day',
    month: 'only the month known',
    opening: 'only the opening known',
    unannounced: 'not announced',
  },
};

export function scheduleKindName(kind: ScheduleKind, locale: Locale): string {
  return KIND[locale][kind];
}
