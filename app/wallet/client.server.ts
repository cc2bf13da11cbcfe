import { InvariantViolation, UpstreamFailure } from "../errors";
import type { Wallet } from "./wallet.server";

type Asynchronous<T> = {
  [Method in keyof T]: T[Method] extends (...args: infer Args) => infer Result
    ? (...args: Args) => Promise<Awaited<Result>>
    : never;
};

/** A customer's wallet as the rest of the product sees it. */
export type WalletClient = Asynchronous<
  Pick<
    Wallet,
    | "openPurchase"
    | "attachCheckout"
    | "abandonPurchase"
    | "settle"
    | "recordAttempt"
    | "adjust"
    | "recordReversals"
    | "decideCase"
    | "releasePurchase"
    | "refundCase"
    | "purchase"
    | "summary"
    | "history"
    | "purchases"
    | "purchasesBefore"
    | "copy"
    | "verify"
    | "retell"
    | "untold"
    | "restore"
  >
>;

const TRIES = 3;

/** Every method of a wallet may be called twice, so a call that was cut off is simply made again. */
export function walletOf(namespace: DurableObjectNamespace<Wallet>, customerId: string): WalletClient {
  // After a reset a stub is dead for ever, so each try takes a new one.
  const stub = () => namespace.get(namespace.idFromName(customerId)) as unknown as WalletClient;
  return {
    openPurchase: (...args) => ask(() => stub().openPurchase(...args)),
    attachCheckout: (...args) => ask(() => stub().attachCheckout(...args)),
    abandonPurchase: (...args) => ask(() => stub().abandonPurchase(...args)),
    settle: (...args) => ask(() => stub().settle(...args)),
    recordAttempt: (...args) => ask(() => stub().recordAttempt(...args)),
    adjust: (...args) => ask(() => stub().adjust(...args)),
    recordReversals: (...args) => ask(() => stub().recordReversals(...args)),
    decideCase: (...args) => ask(() => stub().decideCase(...args)),
    releasePurchase: (...args) => ask(() => stub().releasePurchase(...args)),
    refundCase: (...args) => ask(() => stub().refundCase(...args)),
    purchase: (...args) => ask(() => stub().purchase(...args)),
    summary: (...args) => ask(() => stub().summary(...args)),
    history: (...args) => ask(() => stub().history(...args)),
    purchases: (...args) => ask(() => stub().purchases(...args)),
    purchasesBefore: (...args) => ask(() => stub().purchasesBefore(...args)),
    copy: (...args) => ask(() => stub().copy(...args)),
    verify: (...args) => ask(() => stub().verify(...args)),
    retell: (...args) => ask(() => stub().retell(...args)),
    untold: (...args) => ask(() => stub().untold(...args)),
    restore: (...args) => ask(() => stub().restore(...args)),
  };
}

async function ask<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      const kind = error as {
        retryable?: boolean;
        durableObjectReset?: boolean;
        overloaded?: boolean;
        remote?: boolean;
      };
      const mayPass = !kind.overloaded && (kind.retryable || kind.durableObjectReset);
      if (mayPass && attempt < TRIES) continue;
      if (kind.remote && !mayPass)
        throw new InvariantViolation("A wallet refused to go on", { cause: error });
      throw new UpstreamFailure("wallet", "A wallet did not answer", error);
    }
  }
}
