/** A statement about a feed's HTTP answers that holds or does not. */
export interface Claim {
  readonly name: string;
  readonly holds: boolean;
}

export interface Answers {
  readonly body: string;
  readonly claims: readonly Claim[];
}

const LARGEST_FEED = 1_000_000;

/** What programs rely on when they subscribe: one address, one validator, the same bytes until something changes. */
export async function askTwice(url: string): Promise<Answers> {
  const get = (headers: Record<string, string> = {}, method = 'GET') => fetch(url, { headers, method, redirect: 'manual' });
  const first = await get();
  const body = await first.text();
  const etag = first.headers.get('etag') ?? '';
  const [second, unchanged, stale, head] = [
    await get(),
    await get({ 'if-none-match': etag }),
    await get({ 'if-none-match': '"x"' }),
    await get({}, 'HEAD'),
  ];
  const claims = {
    'is there': first.status === 200,
    'is a calendar in UTF-8': /^text\/calendar; *charset=utf-8$/i.test(first.headers.get('content-type') ?? ''),
    'has an ETag': etag !== '',
    'says how long it keeps': first.headers.has('cache-control'),
    'sets no cookie and is not compressed': !first.headers.has('set-cookie') && !first.headers.has('content-encoding'),
    'gives the same bytes again': (await second.text()) === body && second.headers.get('etag') === etag,
    'answers 304 to its ETag and 200 to another': unchanged.status === 304 && stale.status === 200,
    'answers HEAD without a body': head.status === 200 && (await head.text()) === '',
    'is under 1 MB': Buffer.byteLength(body) < LARGEST_FEED,
    'has lines of at most 75 octets that end in CRLF': linesAreWhole(body),
  };
  return { body, claims: Object.entries(claims).map(([name, holds]) => ({ name, holds })) };
}

function linesAreWhole(body: string): boolean {
  const lines = body.split('\r\n');
  return lines.at(-1) === '' && lines.every((line) => Buffer.byteLength(line) <= 75 && !/[\p{Cc}\ufffd]/u.test(line));
}
