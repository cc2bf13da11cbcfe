import { type MouseEvent, type RefObject, useId } from "react";
import type { PlanFormValues } from "../../../plans/plan";
import { checkPrice } from "../../../plans/pricing-advice/price-check";
import type { PricingCircumstances } from "../../../plans/pricing-advice/price-figures";
import { stripeFeeEstimate } from "../../../plans/pricing-advice/price-floor";
import { Amount } from "../../../ui/Amount";
import { Button } from "../../../ui/Button";
import { AdviceList } from "./AdviceList";
import { PriceTable } from "./PriceTable";

const LOCALE = "en-US";

interface PricingAssistantProps {
  values: PlanFormValues;
  pricing: PricingCircumstances;
  panel: RefObject<HTMLElement>;
  /** Set where the page comes as the answer to "Check price". */
  autoFocus: boolean;
}

/** What the price in a form is worth. It advises and never keeps anybody from saving. */
export function PricingAssistant({ values, pricing, panel, autoFocus }: PricingAssistantProps) {
  const titleId = useId();
  const { suggestion, use, prices, advice } = checkPrice(values, pricing, LOCALE);
  return (
    <section
      ref={panel}
      aria-labelledby={titleId}
      tabIndex={-1}
      {...(autoFocus && { autoFocus })}
      className="surface grid gap-5 p-5 sm:p-6"
    >
      <h2 id={titleId} className="font-semibold">
        Pricing assistant
      </h2>
      {suggestion && (
        <p className="grid gap-0.5">
          <span className="text-sm text-muted-foreground">Suggested price</span>
          <span className="text-lg font-semibold">
            <Amount>{suggestion}</Amount>
          </span>
        </p>
      )}
      {use && <UseSuggestion {...use} />}
      {prices.length > 0 ? (
        <PriceTable prices={prices} />
      ) : (
        <p className="text-sm text-muted-foreground">
          Type credits and what 1,000 of them cost you to be suggested a price, or a price to have it checked.
        </p>
      )}
      <AdviceList advice={advice} />
      <p className="border-t border-border pt-4 text-sm text-muted-foreground">
        Advice only: you can save any price. Fees are {pricing.platformFeeBps / 100}&nbsp;% for the platform
        and, by estimate, {stripeFeeEstimate(pricing.currency, LOCALE)} for Stripe.
      </p>
    </section>
  );
}

/** Puts the suggested price into the form: with scripts at once, without by asking for the form with it. */
function UseSuggestion({ label, price }: { label: string; price: string }) {
  const fillIn = (event: MouseEvent<HTMLButtonElement>) => {
    const field = event.currentTarget.form?.elements.namedItem("price");
    if (!(field instanceof HTMLInputElement)) return;
    event.preventDefault();
    field.value = price;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  };
  return (
    <div>
      <Button type="submit" name="intent" value="use-suggestion" onClick={fillIn}>
        {label}
      </Button>
    </div>
  );
}
