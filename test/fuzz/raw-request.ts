import type { Random } from "../attack/random";
import type { Sent } from "../attack/send";
import { signatureOf } from "../attack/signature";
import { WEBHOOK } from "../attack/stripe-side";

const ODD_BODIES = [
  "",
  "null",
  "true",
  "0",
  '""',
  "[]",
  "{}",
  '{"id":1}',
  '{"id":"evt_1"}',
  '{"id":"evt_1","type":"checkout.session.completed"}',
  '{"id":"evt_1","type":"checkout.session.completed","data":null}',
  '{"object":"event","data":{"object":null}}',
  '{"object":"v2.core.event","id":"evt_1"}',
  '{"a":1,}',
  "{'a':1}",
  "NaN",
  "undefined",
  "{",
  "[".repeat(100_000),
  `${"[".repeat(50_000)}${"]".repeat(50_000)}`,
  `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`,
  '"\\ud800"',
  "\ufeff{}",
];

const CONTENT_TYPES = [
  "",
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "multipart/form-data; boundary=",
  "application/json; charset=utf-16",
  "application/octet-stream",
  ";;;",
];

const PATHS = [
  `${WEBHOOK}?_data=routes/webhooks/stripe`,
  `${WEBHOOK}?index`,
  `${WEBHOOK}?${"x".repeat(3_000)}`,
  `${WEBHOOK}/`,
  `${WEBHOOK}.data`,
  `/${WEBHOOK}`,
  `${WEBHOOK}/%00`,
  `${WEBHOOK}%2f`,
];

const METHODS = ["PUT", "PATCH", "DELETE", "OPTIONS", "GET"];
/** All make a URL: one that does not ("xn--") ends in Cloudflare's own router of assets and never gets to the app. */
const HOSTS = ["evil.test", "acme.localhost", "127.0.0.1", "a..b", "LOCALHOST:1", "-"];

/** More than the app reads of any body. */
export const TOO_LARGE_BYTES = 600 * 1024;

/** A request that no Stripe ever made: `event` is the real one that it pretends to be. */
export function rawRequest(
  event: string,
  headers: Record<string, string>,
  secret: string,
  random: Random,
): Sent {
  const body = rawBody(event, random);
  const request: Sent = { path: WEBHOOK, body, headers: { ...headers } };
  const sent = request.headers ?? {};
  // Signed more often than not: what is turned away at the signature shows little.
  sent["stripe-signature"] = random.chance(0.7)
    ? signatureOf(body, secret)
    : brokenSignature(signatureOf(body, secret), body, random);
  if (random.chance(0.05)) delete sent["stripe-signature"];
  if (random.chance(0.2)) sent["content-type"] = random.pick(CONTENT_TYPES);
  if (random.chance(0.05)) sent["content-encoding"] = random.pick(["gzip", "br", "deflate", "x"]);
  if (random.chance(0.05)) sent.host = random.pick(HOSTS);
  if (random.chance(0.05)) request.path = random.pick(PATHS);
  if (random.chance(0.05)) request.method = random.pick(METHODS);
  return request;
}

function rawBody(event: string, random: Random): Buffer {
  const whole = Buffer.from(event);
  const place = random.between(0, whole.length - 1);
  switch (random.between(0, 8)) {
    case 0:
      return noise(random.between(0, 2_000), random);
    case 1:
      return Buffer.from(random.pick(ODD_BODIES));
    case 2:
      return whole.subarray(0, place);
    case 3:
      return Buffer.concat([whole, noise(random.between(1, 20), random)]);
    case 4:
      return Buffer.concat([whole.subarray(0, place), noise(1, random), whole.subarray(place + 1)]);
    case 5:
      return Buffer.from(event, random.pick(["utf16le", "latin1"]));
    case 6:
      return random.chance(0.02) ? Buffer.alloc(TOO_LARGE_BYTES, "{") : whole.subarray(place);
    default:
      return whole;
  }
}

const noise = (length: number, random: Random): Buffer =>
  Buffer.from(Array.from({ length }, () => random.between(0, 255)));

function brokenSignature(good: string, body: Buffer, random: Random): string {
  const proof = good.split("v1=")[1] ?? "";
  const time = good.split(",")[0] ?? "";
  return random.pick([
    "",
    "v1=",
    "t=,v1=",
    time,
    `v1=${proof}`,
    `t=NaN,v1=${proof}`,
    `t=-1,v1=${proof}`,
    `t=1e9,v1=${proof}`,
    `t=99999999999999999999,v1=${proof}`,
    `${time},v0=${proof}`,
    `${time},v1=${proof.slice(1)}`,
    `${time},v1=${proof.toUpperCase()}`,
    `${time},${"v1=00,".repeat(1_000)}v1=zz`,
    `${time};v1=${proof}`,
    "\u00e9\u00ff=\u00e9",
    "=,=,=",
    signatureOf(body, "whsec_of_somebody_else"),
    signatureOf(body, "whsec_connect_development", Date.now() - 301_000),
    signatureOf(body, "whsec_connect_development", Date.now() + 600_000),
  ]);
}
