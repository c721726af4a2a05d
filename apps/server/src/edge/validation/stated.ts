/** What a body states; fields that were left out stand in it as undefined. */
export function stated<Body extends object>(body: Body): Body {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Body;
}
