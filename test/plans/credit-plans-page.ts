import type { Owner } from "../shop/people";
import type { Page } from "../shop/visitor";

/** "Customer Credit Plans" as a partner finds it, as a section of Settings and as a page of its own. */
export const PLAN_PAGES = ["/settings", "/settings/customer-credit-plans"] as const;
export const NEW_PLAN = "/settings/customer-credit-plans/new";

/** The rows of its table, in the words that a person reads, without what only narrow screens show. */
export function planRows({ html }: Page): string[] {
  const rows = [...html.matchAll(/<tr role="row"[^>]*>((?:(?!<\/tr>).)*)<\/tr>/gs)].map(([, row = ""]) =>
    row
      .replace(/<span aria-hidden[^>]*>[^<]*<\/span>/g, " ")
      .replace(/<!--.*?-->|<[^>]+>/g, " ")
      .replace(/\s+/g, " ")
      .trim(),
  );
  return rows.filter((row) => !row.startsWith("Name "));
}

export const listedPlans = async ({ browser }: Owner) => planRows(await browser.get(PLAN_PAGES[1]));

/** Where the links of a page with these words lead to. */
export const linksNamed = ({ html }: Page, label: string): string[] =>
  [...html.matchAll(/<a\b[^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs)]
    .filter(([, , inner = ""]) => inner.replace(/<kbd.*?<\/kbd>|<[^>]+>/g, "").trim() === label)
    .map(([, href = ""]) => href);
