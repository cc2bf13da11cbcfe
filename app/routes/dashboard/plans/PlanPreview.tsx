import type { CreditWord } from "../../../i18n/unit";
import type { PlanFormValues } from "../../../plans/plan";
import { planPreview } from "../../../plans/plan-preview";
import type { PricingCircumstances } from "../../../plans/pricing-advice/price-figures";
import type { Brand } from "../../../portals/brand";
import { Button } from "../../../ui/Button";
import { useNonce } from "../../../ui/nonce";
import { PlanCard } from "../../../ui/portal/PlanCard";

export interface PreviewedPortal {
  brand: Brand;
  locale: string;
  creditWord: CreditWord;
}

interface PlanPreviewProps {
  values: PlanFormValues;
  pricing: PricingCircumstances;
  portal: PreviewedPortal;
}

/** The card of a plan as a customer will find it, in the portal's colour. */
export function PlanPreview({ values, pricing, portal }: PlanPreviewProps) {
  const { brand } = portal;
  const card = planPreview(values, pricing, portal);
  const nonce = useNonce();
  // A style element that the browser makes has no nonce, so there the colours are set on the element.
  const paint = (element: HTMLElement | null) => {
    element?.style.setProperty("--brand", brand.background);
    element?.style.setProperty("--brand-fg", brand.foreground);
  };
  return (
    <section aria-labelledby="preview" className="grid gap-3">
      {/* Both colours are checked: the partner's is six hex digits, the other one of two. */}
      <style
        nonce={nonce}
      >{`.portal-preview{--brand:${brand.background};--brand-fg:${brand.foreground}}`}</style>
      <h2 id="preview" className="font-semibold">
        Preview
      </h2>
      <ul ref={paint} className="portal-preview">
        <PlanCard {...card}>
          <Button wide aria-hidden tabIndex={-1} variant={card.badge ? "primary" : "secondary"}>
            Purchase
          </Button>
        </PlanCard>
      </ul>
      <p className="text-sm text-muted-foreground">
        {values.active
          ? "As your customers will see it."
          : "As your customers would see it; inactive plans are not in your portal."}
      </p>
    </section>
  );
}
