/** JSON Schemas of the grammar of rules (contract §3). The parser of libs/eligibility decides; this is how readers and generators see it. */
const criterion = { $ref: '#/components/schemas/Criterion' };
const texts = { type: 'array', items: { type: 'string' } };
const NODE = {
  id: { type: 'string' },
  label: { type: 'object', properties: { de: { type: 'string' }, en: { type: 'string' } } },
  source: { type: 'object', properties: { quote: { type: 'string' }, url: { type: 'string', format: 'uri' } } },
};

/** A node with this operator beside what every node may carry. */
const node = (operator: string, schema: object) => ({
  type: 'object',
  title: operator,
  required: [operator],
  properties: { [operator]: schema, ...NODE },
  additionalProperties: false,
});
const listed = (items: object) => ({ type: 'object', required: ['in'], properties: { in: items } });
const range = { $ref: '#/components/schemas/Range' };
const number = { type: 'number' };
const BOUNDS = { atLeast: number, moreThan: number, atMost: number, lessThan: number };

/** How likely an element of a change is (libs/eligibility/src/changes/change.ts). */
const POSSIBLE = {
  enum: [true, false, 'unlikely'],
  description: 'true: not known yet, or up to the applicant; "unlikely": known to be otherwise; false: cannot change',
};
const VALUE = { type: ['boolean', 'number', 'string'] };

/** An element of a change: `from` is what is, null where nobody knows. */
const element = (kinds: readonly string[], properties: Readonly<Record<string, object>>, optional: readonly string[] = []) => ({
  type: 'object',
  title: kinds.join(' or '),
  required: ['kind', ...Object.keys(properties).filter((name) => !optional.includes(name)), 'possible'],
  properties: { kind: { enum: kinds }, ...properties, possible: POSSIBLE },
  additionalProperties: false,
});

const CHANGE_ELEMENTS = [
  element(
    ['population'],
    {
      asOf: { type: 'string', format: 'date', description: 'The reference date, where the rule names one' },
      from: { type: ['integer', 'null'] },
      to: { type: 'integer', minimum: 0, description: 'The nearest figure that would do' },
    },
    ['asOf'],
  ),
  element(['fact'], {
    name: { type: 'string' },
    from: { type: [...VALUE.type, 'null'] },
    to: { ...VALUE, description: 'The nearest value that would do; "≠ x" where any text but x would' },
  }),
  element(
    ['join'],
    {
      path: { type: 'string', description: 'A JSON Pointer to the joint application in the rule' },
      members: range,
      population: range,
      from: { const: 'alone' },
      to: { const: 'jointly' },
    },
    ['population'],
  ),
  element(['applicantType'], { from: texts, to: texts }),
  element(['territory', 'authority'], {
    from: { type: ['string', 'null'] },
    to: { type: 'string', description: 'Stands for the whole list; "ZZ" or "ZZ:0" where anywhere or anybody else would do' },
  }),
];

export const RULE_SCHEMAS = {
  Range: {
    type: 'object',
    description: 'At least one bound',
    minProperties: 1,
    properties: BOUNDS,
    additionalProperties: false,
  },
  Criterion: {
    description: 'A rule: each node is met, unmet or unknown',
    oneOf: [
      node('allOf', { type: 'array', items: criterion }),
      node('anyOf', { type: 'array', items: criterion }),
      node('not', criterion),
      node('applicantType', listed(texts)),
      node('population', {
        type: 'object',
        properties: { ...BOUNDS, asOf: { type: 'string', format: 'date' } },
        anyOf: Object.keys(BOUNDS).map((bound) => ({ required: [bound] })),
        additionalProperties: false,
      }),
      node('territory', listed(texts)),
      node('authority', listed(texts)),
      node('fact', {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string' }, is: { type: ['boolean', 'string'] }, ...BOUNDS },
        additionalProperties: false,
        description: 'With `is`, or with the bounds of a Range',
      }),
      node('jointApplication', {
        type: 'object',
        properties: { members: range, population: range, eachMember: criterion, lead: criterion, whole: criterion },
        additionalProperties: false,
      }),
    ],
  },
  Finding: {
    type: 'object',
    description: 'What one leaf of the rule says about one applicant',
    required: ['path', 'verdict', 'code', 'params', 'text'],
    properties: {
      path: { type: 'string', description: 'A JSON Pointer into the rule' },
      id: { type: 'string' },
      member: { type: 'integer', minimum: 0, description: 'In a joint application: whom it is about' },
      verdict: { enum: ['met', 'unmet', 'unknown'] },
      code: { type: 'string' },
      params: { type: 'object', additionalProperties: true },
      text: { type: 'object', required: ['de', 'en'], properties: { de: { type: 'string' }, en: { type: 'string' } } },
    },
  },
  Change: {
    type: 'object',
    description:
      'A minimal set: all of it makes the applicant eligible, without any element it is not. The likelier and smaller come first',
    required: ['set'],
    properties: { set: { type: 'array', minItems: 1, items: { oneOf: CHANGE_ELEMENTS } } },
    additionalProperties: false,
  },
  Applicant: {
    type: 'object',
    description: 'With a key and nothing else the register fills in the rest; else the applicant is exactly what was sent',
    properties: {
      key: { type: 'string', examples: ['DE:05358008'] },
      name: { type: 'string' },
      types: texts,
      territory: { type: 'string', examples: ['DE-05358008'] },
      population: {
        description: 'A number, or figures with their dates',
        oneOf: [{ type: 'integer' }, { type: 'array', items: { type: 'object' } }],
      },
      facts: { type: 'object', additionalProperties: true },
    },
  },
} as const;
