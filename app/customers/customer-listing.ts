import type { CustomerNarrowing } from "../../db/customer-list.server";

export const CUSTOMERS_PATH = "/customers";

/** Which page of which customers an address asks for. */
export interface CustomerListing extends CustomerNarrowing {
  /** The number of the customer that the page begins with; null for the first page. */
  from: number | null;
}

const ACCESS = ["none", "invited", "active", "blocked"] as const;
const AI_CREDITS = new Map([
  ["on", true],
  ["off", false],
]);
const MAX_SEARCH_LENGTH = 100;

/** Reads an address. What makes no sense in it is as if it were not there. */
export function readCustomerListing(parameters: URLSearchParams): CustomerListing {
  return {
    search: (parameters.get("q") ?? "").normalize("NFC").trim().slice(0, MAX_SEARCH_LENGTH),
    access: ACCESS.find((access) => access === parameters.get("access")) ?? null,
    aiCredits: AI_CREDITS.get(parameters.get("ai") ?? "") ?? null,
    lowOnly: parameters.get("balance") === "low",
    from: /^\d{1,15}$/.test(parameters.get("from") ?? "") ? Number(parameters.get("from")) : null,
  };
}

/** The address of a listing; without anything asked, that of the list. */
export function customersPath({ search, access, aiCredits, lowOnly, from }: CustomerListing): string {
  const parameters = new URLSearchParams({
    ...(search && { q: search }),
    ...(access && { access }),
    ...(aiCredits !== null && { ai: aiCredits ? "on" : "off" }),
    ...(lowOnly && { balance: "low" }),
    ...(from !== null && { from: String(from) }),
  }).toString();
  return parameters ? `${CUSTOMERS_PATH}?${parameters}` : CUSTOMERS_PATH;
}

export const isNarrowed = ({ search, access, aiCredits, lowOnly }: CustomerListing): boolean =>
  search !== "" || access !== null || aiCredits !== null || lowOnly;
