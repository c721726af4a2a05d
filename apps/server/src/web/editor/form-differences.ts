/** Every entry of a form by its name; lists of texts as one entry. */
function entriesOf(value: object, prefix = ''): [name: string, entry: string][] {
  return Object.entries(value).flatMap(([key, inner]): [string, string][] => {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    const isList = Array.isArray(inner) && inner.every((item) => typeof item === 'string') && inner.length > 0;
    return typeof inner === 'object' && inner !== null && !isList ? entriesOf(inner, name) : [[name, JSON.stringify(inner)]];
  });
}

/** Names of the fields in which two forms differ, their versions aside. */
export function differingFields(one: object, other: object): string[] {
  const [left, right] = [new Map(entriesOf(one)), new Map(entriesOf(other))];
  const names = new Set([...left.keys(), ...right.keys()]);
  return [...names].filter((name) => name !== 'version' && left.get(name) !== right.get(name));
}
