import type { Database } from "./client.server";

/** Whether the search index has of each customer what the customer's own row says, and nothing else. */
export async function isSearchWhole({ $client: d1 }: Database): Promise<boolean> {
  try {
    await d1
      .prepare("INSERT INTO customer_search (customer_search, rank) VALUES ('integrity-check', 1)")
      .run();
    return true;
  } catch (error) {
    if (error instanceof Error && /malformed|SQLITE_CORRUPT/.test(error.message)) return false;
    throw error;
  }
}

/** Makes the search index anew from the customers. */
export async function rebuildSearch({ $client: d1 }: Database): Promise<void> {
  await d1.prepare("INSERT INTO customer_search (customer_search) VALUES ('rebuild')").run();
}
