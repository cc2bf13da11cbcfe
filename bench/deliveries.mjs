import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";

/**
 * Where a system takes deliveries.
 *
 * @typedef {object} Endpoint
 * @property {number} port
 * @property {string} host as the Host header says it
 * @property {string} path
 * @property {string} secret that Stripe signs with
 */

/**
 * An event as Stripe sends it, from the folder `events`.
 *
 * @param {string} name
 */
export const readEvent = (name) =>
  JSON.parse(readFileSync(new URL(`events/${name}.json`, import.meta.url), "utf8"));

let eventsMade = 0;

/** No two events of a run have the same id, across all systems and rounds. */
export function newEventId() {
  eventsMade += 1;
  return `evt_1SWmVq2eZvKY${String(eventsMade).padStart(12, "0")}`;
}

/**
 * A delivery as the bytes that Stripe would send now. Signatures are refused after five minutes, so this is done
 * right before a round.
 *
 * @param {Endpoint} endpoint
 * @param {string} body
 */
export function delivery({ host, path, secret }, body) {
  const now_s = Math.floor(Date.now() / 1000);
  const signature = createHmac("sha256", secret).update(`${now_s}.${body}`).digest("hex");
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: ${host}`,
    "User-Agent: Stripe/1.0 (+https://stripe.com/docs/webhooks)",
    "Accept: */*; q=0.5, application/xml",
    "Content-Type: application/json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
    `Stripe-Signature: t=${now_s},v1=${signature}`,
  ];
  return Buffer.from(`${head.join("\r\n")}\r\n\r\n${body}`);
}
