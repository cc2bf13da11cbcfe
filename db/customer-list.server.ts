import type { Database } from "./client.server";
import type { Customer } from "./portals.server";

/** Which customers are asked for. Null is all of them. */
export interface CustomerNarrowing {
  /** A part of the name, the e-mail address or the company; of one or two letters, how one of their words begins. */
  search: string;
  access: Customer["portalAccess"] | null;
  aiCredits: boolean | null;
  lowOnly: boolean;
}

/** A customer with what the list shows, all of it kept in the customer's own row (decision 0032). */
export interface ListedCustomer
  extends Pick<Customer, "id" | "name" | "company" | "email" | "emailVerifiedAt" | "portalAccess"> {
  /** The place in the list, the newest highest. */
  number: number;
  aiCreditsEnabled: 0 | 1;
  isLow: 0 | 1;
  balanceMicros: number;
  lastPurchaseAt: number | null;
  /** What they paid and did not get back, as JSON: one amount for each currency. */
  lifetimeNet: string;
}

/**
 * A partner's customers, the newest first, from one on. Whatever is asked for, and however much of it at once, costs a
 * page: without a question the customers lie in their order, and with one the search index leads to them in that order.
 */
export async function listCustomers(
  { $client: d1 }: Database,
  partnerId: string,
  narrowing: CustomerNarrowing,
  from: number | null,
  limit: number,
): Promise<ListedCustomer[]> {
  const question = questionOf(narrowing);
  if (question === "") {
    const all = d1.prepare(ALL).bind(partnerId, from ?? Number.MAX_SAFE_INTEGER, limit);
    return (await all.all<ListedCustomer>()).results;
  }
  // Asked by itself, because inside of the question D1 reads it for more rows.
  const { results } = await d1.prepare(NEWEST).bind(partnerId).all<{ number: number }>();
  const [newest] = results;
  if (!newest) return [];
  const first = Math.floor(newest.number / STRETCH) * STRETCH;
  const last = Math.min(newest.number, from ?? newest.number);
  const found = d1.prepare(FOUND).bind(question, first, last, partnerId, limit);
  return (await found.all<ListedCustomer>()).results;
}

const SHOWN = `id, name, company, email, email_verified_at AS emailVerifiedAt, portal_access AS portalAccess,
  ai_credits_enabled AS aiCreditsEnabled, is_low AS isLow, balance_micros AS balanceMicros,
  last_purchase_at AS lastPurchaseAt, lifetime_net AS lifetimeNet`;

const ALL = `
  SELECT number, ${SHOWN} FROM customers WHERE partner_id = ?1 AND number <= ?2 ORDER BY number DESC LIMIT ?3`;

const NEWEST = "SELECT number FROM customers WHERE partner_id = ?1 ORDER BY number DESC LIMIT 1";

/** The numbers of one partner's customers begin at a multiple of this. */
const STRETCH = 2 ** 32;

// Only where the partner's own customers lie is looked at, however many others have what is searched for. A number is
// bound as a float, which the index would take for no bound at all.
const FOUND = `
  SELECT rowid AS number, ${SHOWN} FROM customer_search
  WHERE customer_search MATCH ?1 AND rowid BETWEEN CAST(?2 AS INTEGER) AND CAST(?3 AS INTEGER)
    AND partner_id = ?4 ORDER BY rowid DESC LIMIT ?5`;

const ACCESS = { none: "a0a", invited: "a1a", active: "a2a", blocked: "a3a" };

/** In the language of the index. Empty where nothing is asked. */
function questionOf({ search, access, aiCredits, lowOnly }: CustomerNarrowing): string {
  const sought = soughtText(search);
  return [
    access && `search_marks : "${ACCESS[access]}"`,
    aiCredits !== null && `search_marks : "${aiCredits ? "i1i" : "i0i"}"`,
    lowOnly && 'search_marks : "l1l"',
    sought && `search_text : "${sought.replaceAll('"', '""')}"`,
  ]
    .filter(Boolean)
    .join(" AND ");
}

const MARK = "\u0002";

/** What is searched for, with the marks that stand before words in the index, and of three letters at least. */
function soughtText(search: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the index's own marks are not searched for
  const text = search.replace(/[\x00-\x1f]/g, "").trim();
  const letters = [...text].length;
  if (letters === 0) return "";
  const words = text.replaceAll(" ", ` ${MARK}${MARK}`);
  return letters < 3 ? MARK.repeat(3 - letters) + words : words;
}
