import { BOUNDS } from './criterion.js';
import { type FaultList, type JsonObject, own, step } from './fault-list.js';

/** Tags, names of facts, territories and keys are texts of 1 to 100 characters; the vocabularies are open. */
export const LONGEST_NAME = 100;
const LONGEST_LABEL = 500;
const LONGEST_QUOTE = 5_000;
const LONGEST_URL = 2_000;

/** `in` of tags, territories or keys; answers how many entries it has. */
export function checkMembership(value: unknown, pointer: string, list: FaultList, kind: string): number {
  if (!list.object(value, pointer, ['in'])) return 0;
  const entries = own(value, 'in');
  const at = step(pointer, 'in');
  if (!list.list(entries, at)) return 0;
  entries.forEach((entry, i) => {
    if (!list.text(entry, step(at, i), LONGEST_NAME)) return;
    if (kind === 'territory' && entry === 'named:') list.add(step(at, i), 'no-name');
  });
  return entries.length;
}

export function checkRange(value: unknown, pointer: string, list: FaultList, kind: { whole?: boolean } = {}): void {
  if (!list.object(value, pointer, BOUNDS)) return;
  if (checkBounds(value, pointer, list, kind) === 0) list.add(pointer, 'no-bound');
}

export function checkPopulation(value: unknown, pointer: string, list: FaultList): void {
  if (!list.object(value, pointer, [...BOUNDS, 'asOf'])) return;
  if (checkBounds(value, pointer, list) === 0) list.add(pointer, 'no-bound');
  const asOf = own(value, 'asOf');
  if (asOf !== undefined) list.day(asOf, step(pointer, 'asOf'));
}

/** A value or bounds. A fact may be a balance, so its bounds may be negative. */
export function checkFact(value: unknown, pointer: string, list: FaultList): void {
  if (!list.object(value, pointer, ['name', 'is', ...BOUNDS])) return;
  list.text(own(value, 'name'), step(pointer, 'name'), LONGEST_NAME);
  const is = own(value, 'is');
  const bounds = checkBounds(value, pointer, list, { negative: true });
  if ((is === undefined) === (bounds === 0)) list.add(pointer, 'is-or-range');
  if (is !== undefined && typeof is !== 'boolean') list.text(is, step(pointer, 'is'), LONGEST_LABEL, 0);
}

function checkBounds(value: JsonObject, pointer: string, list: FaultList, kind: { whole?: boolean; negative?: boolean } = {}): number {
  const given = BOUNDS.filter((bound) => own(value, bound) !== undefined);
  for (const bound of given) list.number(own(value, bound), step(pointer, bound), kind);
  return given.length;
}

/** id, label and source, which every node may carry. A link is shown on pages, so it may lead to the web only. */
export function checkNotes(node: JsonObject, pointer: string, list: FaultList): void {
  const [id, label, source] = [own(node, 'id'), own(node, 'label'), own(node, 'source')];
  if (id !== undefined) list.text(id, step(pointer, 'id'), LONGEST_NAME);
  if (label !== undefined) checkTexts(label, step(pointer, 'label'), list, { de: LONGEST_LABEL, en: LONGEST_LABEL });
  if (source === undefined) return;
  const at = step(pointer, 'source');
  checkTexts(source, at, list, { quote: LONGEST_QUOTE, url: LONGEST_URL });
  const url = typeof source === 'object' && source !== null ? own(source as JsonObject, 'url') : undefined;
  if (typeof url === 'string' && url !== '' && !/^https?:\/\/\S+$/i.test(url)) list.add(step(at, 'url'), 'not-a-link');
}

function checkTexts(value: unknown, pointer: string, list: FaultList, longest: Readonly<Record<string, number>>): void {
  if (!list.object(value, pointer, Object.keys(longest))) return;
  const given = Object.keys(longest).filter((name) => own(value, name) !== undefined);
  if (given.length === 0) list.add(pointer, 'empty-text');
  for (const name of given) list.text(own(value, name), step(pointer, name), longest[name]!);
}
