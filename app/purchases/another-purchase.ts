import { countOf, type Wording } from "../i18n/wording";
import type { Purchase } from "../wallet/purchase";

/** The question before a second payment, as the first one stands now. */
export function anotherPurchase(purchase: Purchase, wording: Wording): { title: string; text: string } {
  const { planName } = purchase;
  const { processing, quarantined, credited, ended } = wording.texts.outcome.again;
  switch (purchase.state) {
    case "created":
    case "open":
    case "processing":
      return { title: processing.title, text: processing.text(planName) };
    case "quarantined":
      return { title: quarantined.title, text: quarantined.text(planName) };
    case "credited":
      return {
        title: credited.title,
        text: credited.text(planName, countOf(purchase.creditsMicros, wording)),
      };
    case "failed":
    case "expired":
      return { title: ended.title, text: ended.text(planName) };
  }
}
