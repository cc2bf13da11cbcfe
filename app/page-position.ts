/** Where a page of a list begins: at the row of that moment with this id. In an address "1764000000000.purchase_01kar…". */
export interface PagePosition {
  at: number;
  id: string;
}

export const writePagePosition = (at: number, id: string): string => `${at}.${id}`;

/** Null for the first page, and for what is no position. */
export function readPagePosition(text: string | null): PagePosition | null {
  const [, at, id] = /^(\d{1,15})\.([\w-]{1,100})$/.exec(text ?? "") ?? [];
  return at && id ? { at: Number(at), id } : null;
}

/** The first rows of what was found, and the one behind them, at which the next page begins. */
export const splitPage = <T>(found: readonly T[], size: number): { shown: T[]; next: T | null } => ({
  shown: found.slice(0, size),
  next: found[size] ?? null,
});
