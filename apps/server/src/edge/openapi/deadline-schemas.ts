/** JSON Schemas of deadlines (contract §4). The parser of libs/deadlines decides; this is how readers and generators see it. */
const clock = { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' };
const day = { type: 'string', format: 'date' };
const moment = { $ref: '#/components/schemas/Moment' };
const monthDay = { type: 'string', pattern: '^\\d{2}-\\d{2}$', examples: ['09-30'] };

const kind = (name: string, required: readonly string[], properties: object) => ({
  type: 'object',
  title: name,
  required: ['kind', ...required],
  properties: { kind: { const: name }, ...properties },
});

export const DEADLINE_SCHEMAS = {
  Moment: {
    type: 'object',
    description: 'No time means that the whole day counts',
    required: ['date'],
    properties: { date: day, time: clock },
  },
  Schedule: {
    oneOf: [
      kind('fixed', ['closes'], { opens: moment, closes: moment }),
      kind('cut_offs', ['closes'], { opens: moment, closes: { type: 'array', items: moment } }),
      kind('yearly', ['closes'], {
        closes: { type: 'array', items: { type: 'object', required: ['monthDay'], properties: { monthDay, time: clock } } },
        opens: { type: 'object', required: ['monthDay'], properties: { monthDay } },
      }),
      kind('rolling', [], { opens: moment, until: moment, untilExhausted: { type: 'boolean' }, exhausted: { type: 'boolean' } }),
      kind('relative', ['before', 'duration'], {
        before: { enum: ['project_start', 'application'] },
        duration: { type: 'string', format: 'duration', examples: ['P8W'] },
      }),
      kind('month', ['closes'], { closes: { type: 'string', pattern: '^\\d{4}-\\d{2}$', examples: ['2020-10'] } }),
      kind('opening', ['opens'], { opens: moment }),
      kind('unannounced', [], {}),
    ],
  },
  Deadline: {
    type: 'object',
    required: ['stage', 'zone', 'schedule', 'effect'],
    properties: {
      id: { type: 'string', description: 'Given by the server where it is absent' },
      stage: { type: 'string', pattern: '^[a-z_]+$', examples: ['application'] },
      zone: { type: 'string', examples: ['Europe/Berlin'] },
      schedule: { $ref: '#/components/schemas/Schedule' },
      effect: { enum: ['excludes', 'soft'] },
      act: { enum: ['receipt', 'postmark', 'upload'] },
      channel: { type: 'string' },
      weekendRule: { enum: ['none', 'next_working_day'], description: 'By default none' },
      holidays: { type: 'string', examples: ['DE-BY'] },
      appliesTo: { allOf: [{ $ref: '#/components/schemas/Criterion' }], description: 'In a call: for these applicants only' },
    },
  },
  Deadlines: { type: 'array', items: { $ref: '#/components/schemas/Deadline' } },
  Warning: {
    type: 'object',
    required: ['code', 'params', 'text'],
    properties: {
      code: { type: 'string', examples: ['closes-on-weekend'] },
      params: { type: 'object', additionalProperties: true },
      text: { type: 'object', required: ['de', 'en'], properties: { de: { type: 'string' }, en: { type: 'string' } } },
    },
  },
} as const;
