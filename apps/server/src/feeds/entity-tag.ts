/** RFC 9110 13.1.2: a list, weak tags (compared without their W/), or `*`. */
export function hasTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header === etag) return true;
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}
