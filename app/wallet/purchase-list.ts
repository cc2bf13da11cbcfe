import type { WalletBooks } from "./books";
import { type Purchase, purchaseKey } from "./purchase";
import type { PurchasePage, PurchaseStanding, PurchaseView } from "./results";
import { readCase } from "./reversals";
import type { WalletStorage } from "./storage";

const NOTHING_BACK = { refundedMinor: 0, disputedMinor: 0 };

/** Purchases before this id (all, when null), newest first; `next` is where the following page begins. */
export function readPurchases(
  storage: WalletStorage,
  books: WalletBooks,
  beforeId: string | null,
  limit: number,
): PurchasePage {
  const found = storage.purchases(beforeId, limit + 1);
  const page = found.slice(0, limit);
  return {
    purchases: page.map((purchase) => standing(books, purchase)),
    next: found.length > limit ? (page.at(-1)?.purchaseId ?? null) : null,
  };
}

/** How far back a customer's new click is compared with their purchases. */
const NEWEST = 25;

/** The latest purchases of a plan before this click; none when this very click has its purchase already. */
export function readPurchasesBefore(
  storage: WalletStorage,
  books: WalletBooks,
  planId: string,
  clickKey: string,
): PurchaseStanding[] {
  if (storage.purchaseByClick(clickKey)) return [];
  return storage
    .purchases(null, NEWEST)
    .filter((purchase) => purchase.planId === planId)
    .map((purchase) => standing(books, purchase));
}

/** A purchase as its own page needs it: with the entry that credits it. */
export const readPurchase = (
  storage: WalletStorage,
  books: WalletBooks,
  purchase: Purchase,
): PurchaseView => ({
  ...standing(books, purchase),
  entry: storage.entryByKey(purchaseKey(purchase.purchaseId)),
});

const standing = (books: WalletBooks, purchase: Purchase): PurchaseStanding => ({
  purchase,
  money: readCase(books, purchase)?.money ?? NOTHING_BACK,
});
