/** A path of this server to go on to ("/calls?status=open"), or `otherwise`: never another website, never what is no page. */
export function localPath(wanted: unknown, otherwise = '/'): string {
  if (typeof wanted !== 'string' || wanted.length > 2000 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted)) return otherwise;
  const url = URL.parse(wanted, 'http://here.invalid');
  if (url?.origin !== 'http://here.invalid' || url.pathname.startsWith('//')) return otherwise;
  return /^\/(api|sign-in|sign-out)(\/|$)/.test(url.pathname) ? otherwise : url.pathname + url.search + url.hash;
}
