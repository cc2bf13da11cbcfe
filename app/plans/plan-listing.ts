import { PLANS_PATH } from "./plan-paths";
import { comparePrices } from "./pricing";

/** What a partner looks for in the list: part of a name, and the column that it is sorted by. */
export interface PlanListing {
  search: string;
  /** Null for the portal's order. */
  sort: PlanSort | null;
  order: SortOrder;
}

export type SortOrder = "ascending" | "descending";
export type PlanSort = keyof typeof FIRST_ORDER;

/** How a column is sorted by the first click: words from their beginning, figures from the largest. */
const FIRST_ORDER = {
  name: "ascending",
  credits: "descending",
  price: "descending",
  "per-credit": "ascending",
  sold: "descending",
  revenue: "descending",
} as const satisfies Record<string, SortOrder>;

export const isPlanSort = (text: string): text is PlanSort => Object.hasOwn(FIRST_ORDER, text);

const MAX_SEARCH_LENGTH = 100;

/** Reads an address that anybody may have typed: what is no column sorts nothing. */
export function readListing(search: URLSearchParams): PlanListing {
  const column = search.get("sort") ?? "";
  const sort = isPlanSort(column) ? column : null;
  const order = search.get("order") === "descending" ? "descending" : "ascending";
  return { search: (search.get("q") ?? "").trim().slice(0, MAX_SEARCH_LENGTH), sort, order };
}

/** Where a click on a column's header leads: to the other order when it is sorted by already, with the search kept. */
export function sortLink(listing: PlanListing, sort: PlanSort): { href: string; order?: SortOrder } {
  const isSorted = listing.sort === sort;
  const other = listing.order === "ascending" ? "descending" : "ascending";
  const search = new URLSearchParams({
    ...(listing.search && { q: listing.search }),
    sort,
    order: isSorted ? other : FIRST_ORDER[sort],
  });
  return { href: `${PLANS_PATH}?${search}`, ...(isSorted && { order: listing.order }) };
}

/** An address of a form or a page that leads back to the list as it was asked for, with what is to be told there. */
export function withListing(
  path: string,
  { search, sort, order }: PlanListing,
  news: Record<string, string> = {},
): string {
  const query = new URLSearchParams({ ...(search && { q: search }), ...(sort && { sort, order }), ...news });
  return query.size > 0 ? `${path}?${query}` : path;
}

/** Back to the list that a form was sent from, which the form's own address describes. */
export const backToList = (formUrl: string, news: Record<string, string>): string =>
  withListing(PLANS_PATH, readListing(new URL(formUrl).searchParams), news);

interface Listed {
  name: string;
  credits: number;
  priceMinor: number;
  currency: string;
  sold: number;
  revenueMinor: number;
}

/** The plans that are looked for, sorted as asked; what is equal stays as it was. */
export function arrange<P extends Listed>(plans: readonly P[], { search, sort, order }: PlanListing): P[] {
  const found = plans.filter(({ name }) => folded(name).includes(folded(search)));
  if (!sort) return found;
  const sign = order === "ascending" ? 1 : -1;
  return found.sort((a, b) => sign * COMPARE[sort](a, b));
}

/** "Cafe" finds "Café": who types a search leaves out accents and capitals. */
const folded = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

const COMPARE: Record<PlanSort, (a: Listed, b: Listed) => number> = {
  name: (a, b) => a.name.localeCompare(b.name, "en-US", { numeric: true }),
  credits: (a, b) => a.credits - b.credits,
  price: comparePrices,
  // a/b < c/d as a·d < c·b: no fraction, and both stay below 10¹⁴.
  "per-credit": (a, b) =>
    comparePrices(
      { ...a, priceMinor: a.priceMinor * b.credits },
      { ...b, priceMinor: b.priceMinor * a.credits },
    ),
  sold: (a, b) => a.sold - b.sold,
  revenue: (a, b) => a.revenueMinor - b.revenueMinor,
};
