/** The models of CommonGrants 0.4, written down by hand from the standard: whatever it does not name is a fault (additionalProperties: false). */
type Check = (value: unknown, path: string) => string[];

const fault = (path: string, what: string) => [`${path || '/'}: ${what}`];
const matching =
  (pattern: RegExp): Check =>
  (value, path) =>
    typeof value === 'string' && pattern.test(value) ? [] : fault(path, `${JSON.stringify(value)} is not ${pattern}`);
const oneOf =
  (...allowed: unknown[]): Check =>
  (value, path) =>
    allowed.includes(value) ? [] : fault(path, `${JSON.stringify(value)} is none of ${allowed.join(', ')}`);
const listOf =
  (entry: Check): Check =>
  (value, path) =>
    Array.isArray(value) ? value.flatMap((one, index) => entry(one, `${path}/${index}`)) : fault(path, 'is no list');
const recordOf =
  (entry: Check): Check =>
  (value, path) =>
    isObject(value) ? Object.entries(value).flatMap(([key, one]) => entry(one, `${path}/${key}`)) : fault(path, 'is no object');
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys that end in "?" may be absent; null is never a value. */
function shape(properties: Record<string, Check>): Check {
  const checks = Object.entries(properties).map(([key, check]) => ({ key: key.replace(/\?$/, ''), optional: key.endsWith('?'), check }));
  return (value, path) => {
    if (!isObject(value)) return fault(path, 'is no object');
    const unknown = Object.keys(value).filter((key) => !checks.some((known) => known.key === key));
    return [
      ...unknown.flatMap((key) => fault(`${path}/${key}`, 'is not part of the standard')),
      ...checks.flatMap(({ key, optional, check }) => {
        if (key in value) return check(value[key], `${path}/${key}`);
        return optional ? [] : fault(`${path}/${key}`, 'is missing');
      }),
    ];
  };
}

const text = matching(/\S/);
const uuid = matching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const day = matching(/^\d{4}-\d{2}-\d{2}$/);
const instant = matching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/);
const url = matching(/^https?:\/\//);
const whole: Check = (value, path) => (Number.isSafeInteger(value) && Number(value) >= 0 ? [] : fault(path, 'is no whole number'));
const anything: Check = (value, path) => (value === null || value === undefined ? fault(path, 'is null') : []);
const money = shape({ amount: matching(/^-?\d+(\.\d+)?$/), currency: matching(/^[A-Z]{3}$/) });

const EVENTS: Record<string, Check> = {
  singleDate: shape({ name: text, eventType: text, 'description?': text, date: day }),
  dateRange: shape({ name: text, eventType: text, 'description?': text, startDate: day, endDate: day }),
  other: shape({ name: text, eventType: text, 'description?': text, 'details?': text }),
};
const event: Check = (value, path) => {
  const type = isObject(value) ? String(value.eventType) : '';
  return EVENTS[type]?.(value, path) ?? fault(path, `"${type}" is no type of event`);
};
const applicantType = shape({
  value: oneOf('government_municipal', 'government_county', 'government_special_district', 'government_state', 'custom'),
  'customValue?': text,
  'description?': text,
});
const JSON_TYPES: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  object: isObject,
  array: Array.isArray,
};
const customField: Check = (value, path) => {
  const field = shape({ name: text, fieldType: oneOf(...Object.keys(JSON_TYPES)), 'schema?': url, value: anything, 'description?': text });
  const faults = field(value, path);
  if (faults.length > 0) return faults;
  const { fieldType, value: inside } = value as { fieldType: string; value: unknown };
  return JSON_TYPES[fieldType]!(inside) ? [] : fault(path, `the value is no ${fieldType}`);
};
const common = {
  'customFields?': recordOf(customField),
  'acceptedApplicantTypes?': listOf(applicantType),
  createdAt: instant,
  lastModifiedAt: instant,
};

const competition = shape({
  ...common,
  id: uuid,
  opportunityId: uuid,
  title: text,
  'description?': text,
  status: shape({ value: oneOf('open', 'closed', 'custom'), 'customValue?': text, 'description?': text }),
  'keyDates?': shape({ 'openDate?': event, 'closeDate?': event, 'otherDates?': recordOf(event) }),
  forms: shape({ forms: recordOf(anything), 'validation?': anything }),
});
const opportunityProperties = {
  ...common,
  id: uuid,
  title: text,
  status: shape({ value: oneOf('forecasted', 'open', 'closed', 'custom'), 'customValue?': text, 'description?': text }),
  description: text,
  'funding?': shape({
    'details?': text,
    'totalAmountAvailable?': money,
    'minAwardAmount?': money,
    'maxAwardAmount?': money,
    'minAwardCount?': whole,
    'maxAwardCount?': whole,
    'estimatedAwardCount?': whole,
  }),
  'keyDates?': shape({ 'postDate?': event, 'closeDate?': event, 'otherDates?': recordOf(event) }),
  'source?': url,
};
const opportunity = shape(opportunityProperties);
const details = shape({ ...opportunityProperties, competitions: listOf(competition) });
const success = { status: oneOf(200), message: text };
const paginated = {
  ...success,
  items: listOf(opportunity),
  paginationInfo: shape({ page: whole, pageSize: whole, totalItems: whole, totalPages: whole }),
};

/** Each gives what is wrong with an answer; nothing when it conforms. */
const answers = {
  list: shape(paginated),
  opportunity: shape({ ...success, data: details }),
  competition: shape({ ...success, data: competition }),
  search: shape({
    ...paginated,
    sortInfo: shape({ sortBy: text, 'customSortBy?': text, sortOrder: oneOf('asc', 'desc'), 'errors?': listOf(text) }),
    filterInfo: shape({ filters: recordOf(anything), 'errors?': listOf(text) }),
  }),
  error: shape({ status: whole, message: text, errors: listOf(shape({ field: matching(/^/), message: text })) }),
};

export function faultsOf(answer: keyof typeof answers, body: unknown): string[] {
  return answers[answer](body, '');
}
