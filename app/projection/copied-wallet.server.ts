import { readCopies } from "../../db/customer-copies.server";
import type { Context } from "../context.server";
import type { WalletClient } from "../wallet/client.server";
import { NO_COPIES } from "../wallet/copy";
import { type Difference, differences } from "./differences";

export interface CustomerAddress {
  partnerId: string;
  customerId: string;
}

const WAITS_MS = [20, 40, 80, 160, 320, 640, 1_280, 2_560];

/** Where the copies of a customer differ from what the wallet holds. */
export async function compareCopies(
  { db, wallet }: Context,
  { partnerId, customerId }: CustomerAddress,
): Promise<Difference[]> {
  // The copies first: what was copied before the wallet is asked is in the wallet.
  const copied = await readCopies(db, partnerId, customerId);
  const held = (await wallet(customerId).copy()) ?? NO_COPIES;
  return differences(held, copied);
}

/** Whether the wallet has told D1 everything; waits some seconds for it. */
export async function isCopied(wallet: WalletClient): Promise<boolean> {
  for (const wait_ms of WAITS_MS) {
    if ((await wallet.untold()) === 0) return true;
    await scheduler.wait(wait_ms);
  }
  return (await wallet.untold()) === 0;
}
