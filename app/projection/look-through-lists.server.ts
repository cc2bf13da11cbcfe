import type { Database } from "../../db/client.server";
import { isSearchWhole, rebuildSearch } from "../../db/customer-search.server";
import { compareKept, mendKept } from "../../db/kept-columns.server";
import { findNextPartnerId } from "../../db/partners.server";
import {
  FIRST_LISTS,
  firstTable,
  type ListPlace,
  nextTable,
  readListPlace,
  writeListPlace,
} from "./list-place";

/** A row of a list that does not show what its sources say; or the search index, which is one for all partners. */
export interface ListFinding {
  partnerId: string | null;
  table: string;
  id: string | null;
  columns: string[];
}

interface ListsPage {
  rows: number;
  findings: ListFinding[];
  /** Where the next page begins, or null when this was the last. */
  next: string | null;
}

interface Look {
  /** Null looks through the lists of all partners. */
  partnerId: string | null;
  /** Where the page begins, as the one before said. */
  after: string;
  /** Whether what differs is written anew. */
  mends: boolean;
}

const ROWS_A_PAGE = 200;
const QUESTIONS_A_PAGE = 20;

/**
 * Compares what a page of rows shows in lists with its sources; behind the last, asks whether the search index is whole.
 * Null where the page does not begin at a place in lists.
 */
export async function lookThroughLists(db: Database, look: Look): Promise<ListsPage | null> {
  let place = look.after === FIRST_LISTS ? await firstPlace(db, look) : readListPlace(look.after);
  if (place === null) return null;
  const page: ListsPage = { rows: 0, findings: [], next: null };
  for (let asked = 0; place !== null && page.rows < ROWS_A_PAGE && asked < QUESTIONS_A_PAGE; asked += 1) {
    const seen: Seen = place === "search" ? await seeSearch(db, look) : await seeRows(db, look, place);
    page.rows += seen.rows;
    page.findings.push(...seen.findings);
    place = seen.next;
  }
  return { ...page, next: place && writeListPlace(place) };
}

interface Seen extends Omit<ListsPage, "next"> {
  next: ListPlace | null;
}

async function seeRows(db: Database, look: Look, place: Exclude<ListPlace, "search">): Promise<Seen> {
  const { table, after } = place;
  const partnerId = look.partnerId ?? place.partnerId;
  const { rows, last, unequal } = await compareKept(db, partnerId, table, after, ROWS_A_PAGE);
  if (look.mends && last && unequal.length > 0) await mendKept(db, partnerId, table, after, last);
  const isFull = rows === ROWS_A_PAGE;
  return {
    rows,
    findings: unequal.map((row) => ({ partnerId, table, ...row })),
    next: isFull
      ? { ...place, after: last }
      : (nextTable(partnerId, table) ?? (await nextPartner(db, look, partnerId))),
  };
}

async function seeSearch(db: Database, { mends }: Look): Promise<Seen> {
  const isWhole = await isSearchWhole(db);
  if (mends && !isWhole) await rebuildSearch(db);
  const finding = {
    partnerId: null,
    table: "customer_search",
    id: null,
    columns: ["search_text", "search_marks"],
  };
  return { rows: 0, findings: isWhole ? [] : [finding], next: null };
}

const firstPlace = (db: Database, look: Look) =>
  look.partnerId === null ? nextPartner(db, look, "") : firstTable(look.partnerId);

async function nextPartner(db: Database, look: Look, partnerId: string): Promise<ListPlace> {
  const next = look.partnerId === null ? await findNextPartnerId(db, partnerId) : null;
  return next === null ? "search" : firstTable(next);
}
