/**
 * Who may send what to us, decided before Remix sees a request. Remix has a check of its own, which a `_data`
 * parameter, a missing Origin or a forged X-Forwarded-Host walks around.
 */

const READING = new Set(["GET", "HEAD"]);
const WRITING = new Set(["POST"]);
const FORM_TYPE = "application/x-www-form-urlencoded";
const MAX_FORM_BYTES = 64 * 1024;
const UPLOAD_TYPE = "multipart/form-data";

/** Where a form may carry a file, and how large it may be with what surrounds it. Nowhere else is one read. */
const UPLOADS: Record<string, number> = {
  "/settings/portal/images": 132 * 1024,
  "/customers/import": 1024 * 1024,
};

/** A file is sent as it is read; as data beside a page Remix would hold the whole of it in memory. */
const FILE_AS_DATA = /\.csv\.data$/i;

export interface DoorRefusal {
  status: 400 | 403 | 405 | 413 | 415;
  why: "unusedAddress" | "unusedMethod" | "foreignForm" | "noForm" | "tooLarge";
}

/** Why a request is turned away at the door, or null when it may come in. */
export function checkDoor(request: Request): DoorRefusal | null {
  const url = new URL(request.url);
  if (url.searchParams.has("_data")) return { status: 400, why: "unusedAddress" };
  if (FILE_AS_DATA.test(url.pathname)) return { status: 400, why: "unusedAddress" };
  if (READING.has(request.method)) return null;
  if (!WRITING.has(request.method)) return { status: 405, why: "unusedMethod" };
  if (isMachinePath(url.pathname)) return null;

  if (!isFromOwnPage(request, url)) return { status: 403, why: "foreignForm" };
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  const maxUpload = Object.hasOwn(UPLOADS, url.pathname) ? UPLOADS[url.pathname] : undefined;
  const isUpload = maxUpload !== undefined && type === UPLOAD_TYPE;
  if (type !== FORM_TYPE && !isUpload) return { status: 415, why: "noForm" };
  // A form always states its length; a body without one could be of any size.
  const length = request.headers.get("content-length");
  if (length === null || !(Number(length) <= (isUpload ? maxUpload : MAX_FORM_BYTES))) {
    return { status: 413, why: "tooLarge" };
  }
  return null;
}

export const STRIPE_PATH = "/webhooks/stripe";

const MACHINE_PATHS = new Set([
  STRIPE_PATH,
  "/operator/rebuild",
  "/operator/restore-wallet",
  "/operator/set-tier",
  "/operator/verify",
]);

/** Paths that prove themselves otherwise than by a cookie, by a signature or a token. Exactly these, not their `.data`. */
export const isMachinePath = (path: string): boolean => MACHINE_PATHS.has(path);

function isFromOwnPage(request: Request, url: URL): boolean {
  const origin = request.headers.get("origin");
  if (origin !== null) return origin === url.origin;
  return request.headers.get("sec-fetch-site") === "same-origin";
}
