import { expect } from "vitest";
import type { costOf } from "./counted";

/** What a page of 25 asks for: one more says whether there is another. */
export const PAGE = 26;

export type Cost = Awaited<ReturnType<typeof costOf>>;

const COUNTS_OR_SKIPS = /\bOFFSET\b|\bcount\s*\(/i;

/** Each found so many, D1 read no more than that for it, and nothing was counted or skipped. */
export function costAPage(costs: Record<string, Cost>, found: Record<string, number>) {
  expect(Object.fromEntries(Object.entries(costs).map(([name, cost]) => [name, cost.found]))).toEqual(found);
  for (const [name, cost] of Object.entries(costs)) {
    expect(cost.rowsRead, `rows that D1 read for ${name}`).toBeLessThanOrEqual(PAGE);
    for (const sql of cost.statements) expect(sql).not.toMatch(COUNTS_OR_SKIPS);
  }
}
