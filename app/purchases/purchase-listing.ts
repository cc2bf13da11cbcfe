import { type PagePosition, readPagePosition, writePagePosition } from "../page-position";
import type { PurchaseState } from "../wallet/purchase";
import { SALE_STATUS } from "./sale-rows";

export const BILLING_PATH = "/billing-and-invoices";
export const ATTEMPTS_PATH = `${BILLING_PATH}/attempts`;

/** Which page of which purchases, or of which attempts to pay, an address asks for. */
export interface PurchaseListing {
  state: PurchaseState | null;
  /** A customer's whole address, as it was typed; may be empty. */
  email: string;
  /** Null for the first page. */
  from: PagePosition | null;
}

const STATES = Object.keys(SALE_STATUS) as PurchaseState[];
const MAX_EMAIL_LENGTH = 254;

/** Reads an address. What makes no sense in it is as if it were not there. */
export const readPurchaseListing = (parameters: URLSearchParams): PurchaseListing => ({
  state: STATES.find((state) => state === parameters.get("state")) ?? null,
  email: (parameters.get("customer") ?? "").trim().slice(0, MAX_EMAIL_LENGTH),
  from: readPagePosition(parameters.get("from")),
});

/** The address of a listing at a path. */
export function purchasesPath(path: string, { state, email, from }: PurchaseListing): string {
  const parameters = new URLSearchParams({
    ...(state && { state }),
    ...(email && { customer: email }),
    ...(from && { from: writePagePosition(from.at, from.id) }),
  }).toString();
  return parameters ? `${path}?${parameters}` : path;
}
