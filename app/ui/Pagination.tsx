import { ChevronLeft, ChevronRight } from "lucide-react";
import { ButtonLink } from "./Button";

interface PaginationProps {
  /** Left out where the list ends. */
  newerHref?: string | undefined;
  olderHref?: string | undefined;
  labels?: { navigation: string; newer: string; older: string } | undefined;
}

const ENGLISH = { navigation: "Pages", newer: "Newer", older: "Older" };

export function Pagination({ newerHref, olderHref, labels = ENGLISH }: PaginationProps) {
  if (!newerHref && !olderHref) return null;
  return (
    <nav aria-label={labels.navigation} className="flex justify-between gap-2 print:hidden">
      <div>
        {newerHref && (
          <ButtonLink href={newerHref} rel="prev" size="small">
            <ChevronLeft aria-hidden className="size-4 rtl:rotate-180" />
            {labels.newer}
          </ButtonLink>
        )}
      </div>
      {olderHref && (
        <ButtonLink href={olderHref} rel="next" size="small">
          {labels.older}
          <ChevronRight aria-hidden className="size-4 rtl:rotate-180" />
        </ButtonLink>
      )}
    </nav>
  );
}
