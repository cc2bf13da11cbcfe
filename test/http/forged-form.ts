import { env } from "cloudflare:test";

type Answer = { status: number; text: string };

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: BodyInit;
}

/** A form as a browser on a page of the site sends it, for forgeries to depart from. */
export interface HonestForm {
  origin: string;
  path: string;
  cookie: string;
  fields: Record<string, string>;
}

const FORM = "application/x-www-form-urlencoded";
const EVIL = "https://evil.test";

/** Sends these headers and no others that a browser would add. */
export async function send({ origin, path, cookie }: HonestForm, sent: Sent): Promise<Answer> {
  const { method = "POST", headers = {}, body } = sent;
  const length = typeof body === "string" ? { "content-length": String(body.length) } : {};
  const own = { host: new URL(origin).host, cookie, ...length };
  const init = { method, headers: { ...own, ...headers }, redirect: "manual" as const };
  const response = await env.APP.fetch(origin + path, body === undefined ? init : { ...init, body });
  return { status: response.status, text: await response.text() };
}

/** What comes from a page that is not ours. */
export function foreign({ origin, fields }: HonestForm): Record<string, Sent> {
  const body = new URLSearchParams(fields).toString();
  const type = { "content-type": FORM };
  const from = (headers: Record<string, string>): Sent => ({ body, headers: { ...type, ...headers } });
  return {
    "neither Origin nor Sec-Fetch-Site": from({}),
    "a foreign Origin": from({ origin: EVIL }),
    "the Origin null, as a sandboxed frame has": from({ origin: "null" }),
    "an Origin that begins like ours": from({ origin: `${origin}.evil.test` }),
    "the Origin of another port": from({ origin: origin.replace("8787", "8788") }),
    "an empty Origin": from({ origin: "" }),
    "a foreign Origin, vouched for by X-Forwarded-Host": from({
      origin: EVIL,
      "x-forwarded-host": "evil.test",
      "x-forwarded-proto": "https",
    }),
    "a foreign Origin and our own Referer": from({ origin: EVIL, referer: `${origin}/` }),
    "a foreign Origin and Sec-Fetch-Site same-origin": from({
      origin: EVIL,
      "sec-fetch-site": "same-origin",
    }),
    "Sec-Fetch-Site cross-site": from({ "sec-fetch-site": "cross-site" }),
    "Sec-Fetch-Site same-site, as a sister portal has": from({ "sec-fetch-site": "same-site" }),
    "Sec-Fetch-Site none": from({ "sec-fetch-site": "none" }),
  };
}

/** What comes from our own page and can be told at the door to be no form of ours. */
export function outlandish({ origin, fields }: HonestForm): Record<string, Sent> {
  const body = new URLSearchParams(fields).toString();
  const typed = (type: string, content: BodyInit = body): Sent => ({
    body: content,
    headers: { origin, "content-type": type },
  });
  return {
    "text/plain": typed("text/plain"),
    JSON: typed("application/json", JSON.stringify(fields)),
    "a type that begins like a form's": typed(`${FORM}-not`),
    "no type": { body: new TextEncoder().encode(body), headers: { origin } },
    "a form that is too large": typed(FORM, `${body}&padding=${"x".repeat(64 * 1024)}`),
    PUT: { ...typed(FORM), method: "PUT" },
    PATCH: { ...typed(FORM), method: "PATCH" },
    DELETE: { ...typed(FORM), method: "DELETE" },
    OPTIONS: { headers: { origin, "access-control-request-method": "POST" }, method: "OPTIONS" },
  };
}

/** What calls itself a form and cannot be read as one. */
export function broken({ origin }: HonestForm): Record<string, Sent> {
  const multipart = (parameters: string, body: string): Sent => ({
    body,
    headers: { origin, "content-type": `multipart/form-data${parameters}` },
  });
  return {
    "a multipart form without a boundary": multipart("", "--b--"),
    "a multipart form that breaks off": multipart("; boundary=b", "--b\r\nContent-Disposition: form-da"),
    "a multipart form that is none": multipart("; boundary=b", "name=Forged&credits=1"),
  };
}

/** A good form whose length nobody states. */
export function endless({ origin, fields }: HonestForm): Sent {
  const text = new URLSearchParams(fields).toString();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
      controller.close();
    },
  });
  return { body, headers: { origin, "content-type": FORM } };
}
