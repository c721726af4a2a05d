import type { Fault } from '@app/kernel/domain-error.js';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { LINE_SCHEMAS, type LineKind, VALUE_SCHEMAS } from './catalogue-schema.js';

type Checked = LineKind | keyof typeof VALUE_SCHEMAS;
let compiled: Map<string, ValidateFunction> | undefined;

/** What is wrong with a value of this kind; rules and deadlines inside it are left to their own parsers. */
export function faultsOfShape(kind: Checked, value: unknown): Fault[] {
  compiled ??= compile();
  const fits = compiled.get(kind)!;
  return fits(value) ? [] : (fits.errors ?? []).map(toFault);
}

/** Compiled when first needed: a start of the server pays nothing for it. */
function compile(): Map<string, ValidateFunction> {
  const ajv = new Ajv2020({ allErrors: false, strict: false, validateFormats: true });
  formats.default(ajv, ['date', 'date-time', 'uuid']);
  const $defs = { ...VALUE_SCHEMAS, Criterion: {}, Deadline: {} };
  const kinds = { ...LINE_SCHEMAS, ...VALUE_SCHEMAS };
  return new Map(Object.entries(kinds).map(([kind, schema]) => [kind, ajv.compile({ ...schema, $defs })]));
}

function toFault({ instancePath, keyword, params, message }: ErrorObject): Fault {
  const named = (params as { additionalProperty?: string; missingProperty?: string }).additionalProperty ?? params.missingProperty;
  return { pointer: named === undefined ? instancePath : `${instancePath}/${named}`, code: keyword, detail: message };
}
