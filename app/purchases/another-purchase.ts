import { countCredits } from "../credits";
import type { Purchase } from "../wallet/purchase";

/** The question before a second payment, as the first one stands now. */
export function anotherPurchase(purchase: Purchase, locale: string): { title: string; text: string } {
  const { planName } = purchase;
  switch (purchase.state) {
    case "created":
    case "open":
    case "processing":
      return {
        title: "A payment is still being confirmed",
        text: `You have a payment for ${planName} that is still being confirmed. Its credits are added as soon as it is. Buy another?`,
      };
    case "quarantined":
      return {
        title: "A payment is being checked",
        text: `You have a payment for ${planName} that is being checked. It arrived, and your provider sees it. Buy another?`,
      };
    case "credited":
      return {
        title: "Your payment has arrived",
        text: `Your payment for ${planName} was confirmed, and ${countCredits(purchase.creditsMicros, locale)} were added. Buy another?`,
      };
    case "failed":
    case "expired":
      return {
        title: "That purchase has ended",
        text: `Your earlier purchase of ${planName} ended without credits. Buy again?`,
      };
  }
}
