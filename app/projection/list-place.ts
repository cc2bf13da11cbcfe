import { KEPT_TABLE_NAMES, KEPT_TABLES, type KeptTableName } from "../../db/kept-columns";
import type { KeptPosition } from "../../db/kept-columns.server";

/** Behind which row of a partner's table a run is; or, at the end of all, before the search index. */
export type ListPlace = { partnerId: string; table: KeptTableName; after: KeptPosition | null } | "search";

/** Where the lists begin of whichever partners are asked for, in what is handed from one page to the next. */
export const FIRST_LISTS = "lists";

const SEARCH = "lists search";

export const writeListPlace = (place: ListPlace): string =>
  place === "search"
    ? SEARCH
    : ["lists", place.partnerId, place.table, ...(place.after ?? []).map(asWord)].join(" ");

/** Null where it is no place in lists. */
export function readListPlace(text: string): ListPlace | null {
  if (text === SEARCH) return "search";
  const [lists, partnerId, name, ...after] = text.split(" ");
  const table = KEPT_TABLE_NAMES.find((known) => known === name);
  if (lists !== "lists" || !partnerId || !table) return null;
  if (after.length === 0) return { partnerId, table, after: null };
  return after.length === KEPT_TABLES[table].order.length
    ? { partnerId, table, after: after.map(ofWord) }
    : null;
}

const asWord = (value: string) => value.replaceAll("%", "%25").replaceAll(" ", "%20");
const ofWord = (word: string) => word.replaceAll("%20", " ").replaceAll("%25", "%");

export const firstTable = (partnerId: string): ListPlace => ({ partnerId, table: "customers", after: null });

/** Null behind a partner's last table. */
export function nextTable(partnerId: string, table: KeptTableName): ListPlace | null {
  const next = KEPT_TABLE_NAMES[KEPT_TABLE_NAMES.indexOf(table) + 1];
  return next ? { partnerId, table: next, after: null } : null;
}
