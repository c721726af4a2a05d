/** Only what is there: an absent key is left out, and so is an object in which nothing is left; undefined when nothing is. */
export function stated<Value extends object>(value: Value): Value | undefined {
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined && entry !== null);
  return entries.length > 0 ? (Object.fromEntries(entries) as Value) : undefined;
}
