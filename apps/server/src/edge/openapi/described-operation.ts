/** The parts of an OpenAPI operation that are completed here; what decorators have said stays. */
export interface DescribedOperation {
  operationId?: string;
  parameters?: DescribedParameter[];
  requestBody?: { content: Record<string, { schema?: Described }> };
  responses: Record<string, DescribedResponse>;
  security?: Record<string, string[]>[];
}

export interface DescribedParameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Described;
}

export interface DescribedResponse {
  description?: string;
  headers?: Record<string, object>;
  content?: Record<string, { schema?: Described }>;
  readonly $ref?: string;
}

/** A JSON Schema as the document has it. */
export type Described = Record<string, unknown>;

export const componentOf = (reference: unknown): string | undefined =>
  typeof reference === 'string' ? /^#\/components\/schemas\/(.+)$/.exec(reference)?.[1] : undefined;

export function hasParameter(operation: DescribedOperation, place: string, name?: string): boolean {
  return (operation.parameters ?? []).some((one) => one.in === place && (name === undefined || one.name === name));
}
