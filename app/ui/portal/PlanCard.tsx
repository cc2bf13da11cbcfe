import { clsx } from "clsx";
import { Star } from "lucide-react";
import type { ReactNode } from "react";
import { Amount } from "../Amount";
import { Badge } from "../Badge";

interface PlanCardProps {
  name: string;
  /** "1,000 credits" */
  credits: string;
  price: string;
  /** "$0.04 per credit · 20% less" */
  perCredit?: string | undefined;
  description?: string | undefined;
  /** "Popular"; a card with a badge is emphasised. */
  badge?: string | undefined;
  /** The purchase form, always at the foot of the card. */
  children?: ReactNode;
}

export function PlanCard({ name, credits, price, perCredit, description, badge, children }: PlanCardProps) {
  return (
    <li
      className={clsx(
        "surface flex flex-col gap-5 p-5 sm:p-6",
        // An outline as well as a colour, so that the card stands out on a black and white printer too.
        badge && "border-primary-edge outline outline-primary-edge",
      )}
    >
      <div className="grid gap-1">
        <div className="flex flex-wrap items-start justify-between gap-2">
          <h3 className="min-w-0 font-semibold wrap-anywhere">{name}</h3>
          {badge && (
            <Badge tone="brand">
              <Star aria-hidden fill="currentColor" className="size-3" />
              {badge}
            </Badge>
          )}
        </div>
        <p className="text-muted-foreground">{credits}</p>
      </div>
      <div className="grid gap-0.5">
        <p>
          <Amount large>{price}</Amount>
        </p>
        {perCredit && <p className="text-sm text-muted-foreground">{perCredit}</p>}
      </div>
      {description && <p className="text-sm wrap-anywhere whitespace-pre-line">{description}</p>}
      {children && <div className="mt-auto">{children}</div>}
    </li>
  );
}
