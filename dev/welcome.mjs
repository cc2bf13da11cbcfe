import { inColour } from "./colour.mjs";
import { cloudflareOrigin, dnsOrigin, inboxOrigin, stripeStandInOrigin } from "./settings.mjs";

/** @typedef {{ site: "dashboard" | "portal", url: string, email: string, what: string }} Person */
/** @typedef {{ stripe: boolean, inbox: boolean, dns: boolean, cloudflare: boolean }} Wanted */

/**
 * What a newcomer needs to know once everything is up.
 *
 * @param {import("./settings.mjs").Settings} chosen
 * @param {Wanted} wanted which stand-ins run
 * @param {Person[]} people
 */
export function welcome(chosen, wanted, people) {
  const dashboard = `http://${chosen.PLATFORM_HOST}`;
  const portal = people.find(({ site }) => site === "portal");
  const blocks = [
    heading("Topup is running"),
    columns([
      ["Dashboard", dashboard],
      ...(portal ? [["Portal", new URL(portal.url).origin]] : []),
      ["Stripe", wanted.stripe ? `${stripeStandInOrigin(chosen)} (a stand-in)` : chosen.STRIPE_API_BASE],
      ["Inbox", wanted.inbox ? `${inboxOrigin(chosen)} (every e-mail, none is sent)` : chosen.EMAIL_API_BASE],
      ["DNS", wanted.dns ? `${dnsOrigin(chosen)} (records set by hand)` : chosen.DNS_API_BASE],
      [
        "Cloudflare",
        wanted.cloudflare ? `${cloudflareOrigin(chosen)} (a stand-in)` : chosen.CLOUDFLARE_API_BASE,
      ],
    ]),
    heading(`Sign in with one of these addresses${wanted.inbox ? "; the code arrives in the inbox" : ""}`),
    columns(people.map(({ email, url, what }) => [email, url, what])),
    heading("Pay with one of these cards, any date to come, any CVC"),
    columns(CARDS),
    heading("Ctrl-C stops everything"),
  ];
  return `${blocks.join("\n")}\n`;
}

const CARDS = [
  ["4242 4242 4242 4242", "pays"],
  ["4000 0000 0000 0002", "is declined"],
  ["4000 0025 0000 3155", "asks for 3-D Secure first"],
];

/** @param {string} text */
const heading = (text) => `\n  ${inColour ? `\x1b[1m${text}\x1b[0m` : text}`;

/** @param {string[][]} rows */
function columns(rows) {
  /** @param {number} column */
  const width = (column) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows
    .map((row) => `    ${row.map((cell, column) => cell.padEnd(width(column))).join("  ")}`.trimEnd())
    .join("\n");
}
