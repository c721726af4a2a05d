import type { Localized } from '@app/kernel/locale.js';
import { type Catalogue, type Reason, textsOf } from '@app/kernel/reason.js';

/** A line that could not be read, with its number in the file (from 1) and why; `code` and `key` (where legible) are for programs. */
export interface RegisterProblem {
  readonly line: number;
  readonly code: LineFaultCode;
  readonly reason: Localized;
  readonly key?: string;
}

export type LineFault = Reason<LineFaultCode>;

export function problemOf(line: number, fault: LineFault, key?: string): RegisterProblem {
  return { line, code: fault.code, reason: textsOf(LINE_TEXTS, fault), ...(key === undefined ? {} : { key }) };
}

type LineFaultCode = keyof (typeof LINE_TEXTS)['de'];

const GERMAN = {
  encoding: 'Die Zeile enthält Zeichen, die sich nicht lesen lassen.',
  'line-length': (p) => `Die Zeile hat ${p.length} Zeichen statt ${p.expected}.`,
  'record-type': (p) => `Die Satzart „${p.value}“ ist nicht bekannt.`,
  'territory-date': (p) => `„${p.value}“ ist nicht der Gebietsstand dieser Datei (${p.expected}).`,
  key: (p) => `„${p.value}“ ist kein gültiger Schlüssel.`,
  'name-missing': 'Der Name fehlt.',
  'type-code': (p) => `Das Textkennzeichen „${p.value}“ ist in dieser Satzart nicht bekannt.`,
  population: (p) => `„${p.value}“ ist keine Einwohnerzahl.`,
  shifted: 'Die Felder der Zeile sind verschoben.',
  'duplicate-key': (p) => `Der Schlüssel ${p.key} steht schon in Zeile ${p.first}.`,
  'column-count': (p) => `Die Zeile hat ${p.count} Spalten statt ${p.expected}.`,
  quotes: 'Die Anführungszeichen der Zeile stimmen nicht.',
  'parent-key': (p) => `„${p.value}“ ist kein gültiger Schlüssel der übergeordneten Stelle.`,
  'types-missing': 'Die Angabe der Art (types) fehlt.',
  'population-date-missing': 'Zur Einwohnerzahl fehlt der Stichtag (population_date).',
  day: (p) => `„${p.value}“ in der Spalte ${p.column} ist kein Tag der Form 2022-12-31.`,
  'validity-reversed': (p) => `Die Geltung endet (${p.to}), bevor sie beginnt (${p.from}).`,
  'territory-missing': (p) => `Das Gebiet lässt sich aus dem Schlüssel ${p.key} nicht ablesen. Bitte füllen Sie die Spalte territory aus.`,
  territory: (p) => `„${p.value}“ ist kein gültiges Gebiet. Ein Gebiet sieht so aus: DE-05358008.`,
  zone: (p) => `„${p.value}“ ist keine Zeitzone. Eine Zeitzone sieht so aus: Europe/Berlin.`,
  'unknown-key': (p) => `Der Schlüssel ${p.key} steht nicht im Register.`,
  'change-kind': (p) => `„${p.value}“ ist keine Art der Änderung. Möglich sind: ${p.allowed}.`,
  'successor-missing': 'Der neue Schlüssel fehlt.',
  'successor-of-ended': 'Wer ohne Nachfolge endet (ended), hat keinen neuen Schlüssel.',
  'successor-itself': 'Alter und neuer Schlüssel sind gleich.',
  'day-to-come': (p) => `Der Tag ${p.value} liegt in der Zukunft.`,
  'already-ended': (p) => `Die Kommune ${p.key} ist schon beendet.`,
} satisfies Catalogue<string>['de'];

const ENGLISH: Readonly<Record<keyof typeof GERMAN, Catalogue<string>['en'][string]>> = {
  encoding: 'The line contains characters that cannot be read.',
  'line-length': (p) => `The line has ${p.length} characters instead of ${p.expected}.`,
  'record-type': (p) => `The record type "${p.value}" is not known.`,
  'territory-date': (p) => `"${p.value}" is not the territory date of this file (${p.expected}).`,
  key: (p) => `"${p.value}" is not a valid key.`,
  'name-missing': 'The name is missing.',
  'type-code': (p) => `The type code "${p.value}" is not known in this kind of record.`,
  population: (p) => `"${p.value}" is not a population figure.`,
  shifted: 'The fields of the line are shifted.',
  'duplicate-key': (p) => `The key ${p.key} stands in line ${p.first} already.`,
  'column-count': (p) => `The line has ${p.count} columns instead of ${p.expected}.`,
  quotes: 'The quotation marks of the line do not match.',
  'parent-key': (p) => `"${p.value}" is not a valid key of the parent.`,
  'types-missing': 'The types are missing.',
  'population-date-missing': 'The reference date (population_date) of the population is missing.',
  day: (p) => `"${p.value}" in the column ${p.column} is not a day such as 2022-12-31.`,
  'validity-reversed': (p) => `The validity ends (${p.to}) before it begins (${p.from}).`,
  'territory-missing': (p) => `The territory cannot be told from the key ${p.key}. Please fill in the column territory.`,
  territory: (p) => `"${p.value}" is not a valid territory. A territory looks like this: DE-05358008.`,
  zone: (p) => `"${p.value}" is not a time zone. A time zone looks like this: Europe/Berlin.`,
  'unknown-key': (p) => `The key ${p.key} is not in the register.`,
  'change-kind': (p) => `"${p.value}" is not a kind of change. Possible are: ${p.allowed}.`,
  'successor-missing': 'The new key is missing.',
  'successor-of-ended': 'Whoever ends without a successor (ended) has no new key.',
  'successor-itself': 'The old and the new key are the same.',
  'day-to-come': (p) => `The day ${p.value} is still to come.`,
  'already-ended': (p) => `The authority ${p.key} has ended already.`,
};

const LINE_TEXTS = { de: GERMAN, en: ENGLISH } satisfies Catalogue<keyof typeof GERMAN>;
