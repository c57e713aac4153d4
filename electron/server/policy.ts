import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What the page says in place of the nonce; each load gets a fresh one. */
export const noncePlaceholder = '__CSP_NONCE__';

/** 256 random bits, as text for an address or a cookie. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function newNonce(): string {
  return randomBytes(18).toString('base64');
}

/** Compares without telling by time how much of a secret was right. */
export function sameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

/** The page's content security policy: nothing from outside, no inline script or style without the nonce of this load. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of every answer of both hosts. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=(), display-capture=()',
};

/** The policy of an answer that is not the page: it may do nothing at all, should a browser ever show it as one. */
export const inertPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

export type RequestFacts = {
  readonly method: string;
  readonly host: string | null;
  readonly origin: string | null;
  /** `Sec-Fetch-Site`, which every current browser sends and no page can forge. */
  readonly fetchSite: string | null;
};

/**
 * Why a request is not from our own page, or null where it may be. The `Host` must be the printed one (a rebound DNS name is not),
 * the `Origin` ours where there is one, and a browser must not say that another site asks; only opening the page from elsewhere
 * (a link, the address bar) is allowed.
 */
export function refusalOfRequest(request: RequestFacts, port: number): 'host' | 'origin' | 'site' | null {
  const own = `127.0.0.1:${port}`;
  if (request.host !== own) return 'host';
  if (request.origin !== null && request.origin !== `http://${own}`) return 'origin';
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const allowed = isRead ? ['same-origin', 'none', 'cross-site', 'same-site'] : ['same-origin', 'none'];
  if (request.fetchSite !== null && !allowed.includes(request.fetchSite)) return 'site';
  return null;
}

/** The cookie's name carries the port: cookies do not tell ports apart, so two workspaces must not share one. */
export function sessionCookieName(port: number): string {
  return `parley_${port}`;
}

export function sessionCookie(port: number, session: string): string {
  return `${sessionCookieName(port)}=${session}; Path=/; HttpOnly; SameSite=Strict`;
}

/** The value of one cookie of a `Cookie` header; null where it is not there or there twice. */
export function cookieValue(header: string | null, name: string): string | null {
  const found = (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`));
  return found.length === 1 ? (found[0]?.slice(name.length + 1) ?? null) : null;
}

/** `application/json`, with or without a charset. */
export function isJson(contentType: string | null): boolean {
  return contentType !== null && /^application\/json\s*(;\s*charset=utf-8)?\s*$/i.test(contentType);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
