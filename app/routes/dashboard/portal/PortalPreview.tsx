import { creditsToMicros, formatCredits } from "../../../credits";
import { englishWith, unitOf } from "../../../i18n/wording";
import { priceTag } from "../../../plans/plan-cards";
import { brandOf } from "../../../portals/brand";
import { imagePath } from "../../../portals/image-path";
import { colorOf, isCreditWord, LOCALES, type PortalFormValues } from "../../../portals/portal-form";
import { Button } from "../../../ui/Button";
import { useNonce } from "../../../ui/nonce";
import { BalanceCard } from "../../../ui/portal/BalanceCard";
import { PlanCard } from "../../../ui/portal/PlanCard";
import { PortalBrand } from "../../../ui/portal/PortalBrand";
import { PortalFooter } from "../../../ui/portal/PortalFooter";

export interface PreviewedImages {
  logoId: string | null;
  faviconId: string | null;
}

interface PortalPreviewProps {
  values: PortalFormValues;
  images: PreviewedImages;
}

/** A page of the portal with what stands in the form, made of the portal's own parts. */
export function PortalPreview({ values, images }: PortalPreviewProps) {
  const { background, foreground } = brandOf({ brandColor: colorOf(values.brandColor) });
  const nonce = useNonce();
  // A style element that the browser makes has no nonce, so there the colours are set on the element.
  const paint = (element: HTMLElement | null) => {
    element?.style.setProperty("--brand", background);
    element?.style.setProperty("--brand-fg", foreground);
  };
  const isThemed = values.theme === "light" || values.theme === "dark";
  return (
    <section aria-labelledby="preview" className="grid gap-3">
      {/* Both colours are checked: the partner's is six hex digits, the other one of two. */}
      <style nonce={nonce}>{`.portal-preview{--brand:${background};--brand-fg:${foreground}}`}</style>
      <h2 id="preview" className="font-semibold">
        Preview
      </h2>
      <div
        ref={paint}
        {...(isThemed && { "data-theme": values.theme })}
        className="portal-preview overflow-hidden rounded-xl border border-border bg-background text-foreground"
      >
        <div className="border-b border-border bg-card px-4 py-3">
          <PortalBrand
            title={values.title || "Title"}
            slogan={values.slogan}
            logoUrl={imagePath(images.logoId) ?? undefined}
          />
        </div>
        <PreviewedPage values={values} />
        <PortalFooter
          className="px-4"
          links={[
            ...(values.supportEmail ? [values.supportEmail] : []),
            ...(values.termsUrl ? ["Terms"] : []),
            ...(values.privacyUrl ? ["Privacy"] : []),
          ].map((label) => ({ label, href: "#preview" }))}
        />
      </div>
      <p className="text-sm text-muted-foreground">
        {values.enabled
          ? "As your customers will see it, with a sample plan."
          : "Nobody sees it while the portal is off."}
      </p>
    </section>
  );
}

const SAMPLE_BALANCE = creditsToMicros(1_240);
const SAMPLE_PLAN = { credits: 1_000, priceMinor: 4_900, currency: "usd" };

const PreviewedPage = ({ values }: { values: PortalFormValues }) => {
  const word = isCreditWord(values.creditWord) ? values.creditWord : "credits";
  const locale = Object.hasOwn(LOCALES, values.locale) ? values.locale : "en-US";
  const wording = englishWith(word, locale);
  const { balance, popular } = wording.texts.credits;
  return (
    <div className="grid gap-4 p-4">
      <BalanceCard
        label={balance}
        amount={formatCredits(SAMPLE_BALANCE, locale)}
        unit={unitOf(SAMPLE_BALANCE, wording)}
      />
      <ul>
        <PlanCard name="Starter Pack" {...priceTag(SAMPLE_PLAN, SAMPLE_PLAN, wording)} badge={popular}>
          <Button wide aria-hidden tabIndex={-1} variant="primary">
            Purchase
          </Button>
        </PlanCard>
      </ul>
    </div>
  );
};
