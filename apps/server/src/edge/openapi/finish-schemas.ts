import { componentOf, type Described, type DescribedOperation } from './described-operation.js';

/** Limits of what may be sent; an answer says what there is. */
const LIMITS = ['minLength', 'maxLength', 'minItems', 'maxItems'];

/**
 * What is taken in is closed: an unknown field is refused. What is only answered may grow, and bears no limits of input. `made` are the components that
 * come from DTO classes.
 */
export function finishSchemas(
  operations: readonly DescribedOperation[],
  schemas: Record<string, Described>,
  made: readonly string[],
): void {
  const taken = new Set<string>();
  for (const { requestBody, parameters } of operations) collect([requestBody, parameters], schemas, taken);
  for (const name of made) {
    if (taken.has(name)) schemas[name]!.additionalProperties = false;
    else schemas[name] = withoutLimits(schemas[name]) as Described;
  }
}

/** Names of the components that a part of the document refers to, directly or by another one. */
function collect(value: unknown, schemas: Record<string, Described>, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, entry] of Object.entries(value)) {
    const name = key === '$ref' ? componentOf(entry) : undefined;
    if (name !== undefined && !found.has(name)) {
      found.add(name);
      collect(schemas[name], schemas, found);
    }
    collect(entry, schemas, found);
  }
}

/** A property may be called like a limit, hence the look at its value. */
function withoutLimits(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLimits);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key, entry]) => !(LIMITS.includes(key) && typeof entry === 'number'));
  return Object.fromEntries(kept.map(([key, entry]) => [key, withoutLimits(entry)]));
}
