import { expect, test } from "vitest";
import { paymentFailed } from "../../../app/email/kinds/payment";
import { writeEmail } from "../../../app/email/write-email";
import { EVERY_LANGUAGE, type Language } from "../../../app/i18n/language";
import { wordingIn } from "../../i18n/sample-wording";
import { projectedPurchase } from "../../purchases/sample-projection";
import { sampleLetter } from "../letters";
import { textOf } from "../text-of";

const STRIPE_SAYS = "Your card was declined by acquirer 7.";

function failedEmail(language: Language, failureCode: string | null) {
  const letter = sampleLetter({ locale: language });
  const purchase = projectedPurchase({ state: "failed", failureCode, failureMessage: STRIPE_SAYS });
  return writeEmail(letter, paymentFailed.words(letter, { purchase }));
}

test.each(EVERY_LANGUAGE)(
  "L87 in %s the reason is the one that the portal's pages give, and never Stripe's own",
  (language) => {
    const { declines } = wordingIn(language).texts.purchases;
    for (const [code, reason] of [
      ["expired_card", declines.expiredCard],
      ["insufficient_funds", declines.insufficientFunds],
      ["lost_card", declines.declined],
      ["of_next_year", declines.unknown],
      [null, declines.unknown],
    ] as const) {
      const { html, text } = failedEmail(language, code);
      expect(text).toContain(reason);
      expect(textOf(html)).toContain(reason);
      expect(`${html}${text}`).not.toContain(STRIPE_SAYS);
    }
  },
);
