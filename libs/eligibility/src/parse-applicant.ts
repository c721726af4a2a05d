import type { Fault } from '@app/kernel/domain-error.js';
import type { Applicant, Facts, FactValue, PopulationFigure } from './applicant.js';
import { FaultList, type JsonObject, own, step } from './fault-list.js';
import { LONGEST_NAME } from './parse-demands.js';

const PROPERTIES = ['key', 'name', 'types', 'territory', 'population', 'facts'];
const LONGEST_TEXT = 500;

/** Reads an applicant as contract §3 sends it; never throws. A bare number as `population` counts for every reference date. */
export function parseApplicant(value: unknown, pointer = ''): { applicant: Applicant | undefined; faults: readonly Fault[] } {
  const list = new FaultList();
  const applicant = list.object(value, pointer, PROPERTIES) ? applicantOf(value, pointer, list) : undefined;
  return { applicant: list.faults.length === 0 ? applicant : undefined, faults: list.faults };
}

/** Reads the facts of a joint application (or of an applicant): boolean, number or text by name. */
export function parseFacts(value: unknown, pointer = ''): { facts: Facts; faults: readonly Fault[] } {
  const list = new FaultList();
  const facts = factsOf(value, pointer, list);
  return { facts, faults: list.faults };
}

/** Whether all that is said is a key, so that the register is to fill in the rest (contract §3). */
export function isKeyOnly(value: unknown): value is { key: string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const body = value as JsonObject;
  const isSaid = (name: string) => own(body, name) !== undefined;
  return typeof own(body, 'key') === 'string' && !['types', 'territory', 'population', 'facts'].some(isSaid);
}

function applicantOf(body: JsonObject, pointer: string, list: FaultList): Applicant {
  const text = (name: string, most: number): string | undefined => {
    const value = own(body, name);
    return value !== undefined && list.text(value, step(pointer, name), most) ? value : undefined;
  };
  const [key, name, territory] = [text('key', LONGEST_NAME), text('name', LONGEST_TEXT), text('territory', LONGEST_NAME)];
  return {
    ...(key === undefined ? {} : { key }),
    ...(name === undefined ? {} : { name }),
    ...(territory === undefined ? {} : { territory }),
    types: typesOf(own(body, 'types'), step(pointer, 'types'), list),
    population: figuresOf(own(body, 'population'), step(pointer, 'population'), list),
    facts: factsOf(own(body, 'facts'), step(pointer, 'facts'), list),
  };
}

function typesOf(value: unknown, pointer: string, list: FaultList): string[] {
  if (value === undefined || !list.list(value, pointer)) return [];
  return value.filter((tag, i): tag is string => list.text(tag, step(pointer, i), LONGEST_NAME));
}

function figuresOf(value: unknown, pointer: string, list: FaultList): PopulationFigure[] {
  if (value === undefined) return [];
  if (typeof value === 'number') return list.number(value, pointer, { whole: true }) ? [{ value }] : [];
  if (!list.list(value, pointer)) return [];
  return value.flatMap((figure, i) => figureOf(figure, step(pointer, i), list) ?? []);
}

function figureOf(body: unknown, pointer: string, list: FaultList): PopulationFigure | undefined {
  if (!list.object(body, pointer, ['value', 'asOf', 'source'])) return undefined;
  const { value, asOf, source } = { value: own(body, 'value'), asOf: own(body, 'asOf'), source: own(body, 'source') };
  if (asOf !== undefined) list.day(asOf, step(pointer, 'asOf'));
  if (source !== undefined) list.text(source, step(pointer, 'source'), LONGEST_TEXT);
  return list.number(value, step(pointer, 'value'), { whole: true }) ? (body as unknown as PopulationFigure) : undefined;
}

/** A map, so that a fact may be called "constructor" or "__proto__" like any other. */
function factsOf(value: unknown, pointer: string, list: FaultList): Facts {
  const facts = new Map<string, FactValue>();
  if (value === undefined || !list.object(value, pointer, Object.keys(Object(value)))) return facts;
  for (const [name, fact] of Object.entries(value)) if (isFactIn(list, name, fact, step(pointer, name))) facts.set(name, fact);
  return facts;
}

function isFactIn(list: FaultList, name: string, fact: unknown, pointer: string): fact is FactValue {
  if (!list.text(name, pointer, LONGEST_NAME)) return false;
  if (typeof fact === 'string') return list.text(fact, pointer, LONGEST_TEXT, 0);
  if (typeof fact === 'number') return list.number(fact, pointer, { negative: true });
  return typeof fact === 'boolean' || list.add(pointer, 'not-a-fact');
}
